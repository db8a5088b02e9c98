import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import { pushPolicySchema } from '../settings/push-policy.schema.js';
import type { PlanContext } from './plan-context.js';

/**
 * SHA-256 of each page of the push policy, and of the rule file (`rules`) where there is one: others would make another
 * plan. Accounts may change.
 */
export async function settingsHashes({
  settings,
  rules,
}: PlanContext): Promise<Readonly<Record<string, string>>> {
  const pages = Object.keys(pushPolicySchema).map(
    async (page) => [page, await sha256(canonicalJson(settings[page] ?? null))] as const,
  );
  const ofFile = await rules.hash;
  return {
    ...Object.fromEntries(await Promise.all(pages)),
    ...(ofFile === undefined ? {} : { rules: ofFile }),
  };
}
