import { addressLineNames, addressOf } from '../domain/address-mapping.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict } from './plan.js';

/** Lines of an address that carry text and that the PSA has no place for: nothing is dropped unseen. */
export function addressConflicts(
  document: QuoteDocument,
  { addressLines }: PushPolicy['defaults'],
  mostLines: number | undefined,
): readonly Conflict[] {
  if (mostLines === undefined) return [];
  const lengths = [document.soldTo, document.shipTo].map(
    (party) => addressOf(party, addressLines)?.lines.length ?? 0,
  );
  const needed = Math.max(...lengths);
  return addressLineNames.slice(mostLines, needed).map((name) => ({
    about: `defaults.addressLines.${name}`,
    message: `Addresses of the PSA have ${mostLines} lines besides the postal code; ${name} (${addressLines[name]}) has no place there.`,
    next: `Empty defaults.addressLines.${name}, and name its fields in another line.`,
    candidates: [],
  }));
}
