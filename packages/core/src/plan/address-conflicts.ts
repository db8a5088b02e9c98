import { addressLineNames } from '../domain/address-mapping.js';
import { addressOf } from '../rules/address-of.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { Conflict } from './plan.js';

/** Lines of an address that carry text and that the PSA has no place for: nothing is dropped unseen. */
export function addressConflicts(rules: DocumentRules, mostLines: number | undefined): readonly Conflict[] {
  if (mostLines === undefined) return [];
  const { places, ruleSet } = rules;
  const lengths = (['soldTo', 'shipTo'] as const).map((which) => addressOf(rules, which)?.lines.length ?? 0);
  const needed = Math.max(...lengths);
  return addressLineNames.slice(mostLines, needed).map((name) => {
    const about = places.at(`/siteAddress/${name}`);
    return {
      about,
      message: `Addresses of the PSA have ${mostLines} lines besides the postal code; ${name} (${ruleSet.siteAddress?.[name] ?? ''}) has no place there.`,
      next: `Empty ${about}, and name its fields in another line.`,
      candidates: [],
    };
  });
}
