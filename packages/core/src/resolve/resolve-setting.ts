import type { LookupEntry } from '../contract/records.js';
import type { Conflict } from '../plan/plan.js';
import { findInLookup } from './find-in-lookup.js';
import { searchLookup, type LookupReader } from './lookup-reader.js';

export type ResolvedSetting = { readonly entry: LookupEntry } | { readonly conflict: Conflict };

/** The one entry of a live list that a setting means, or a conflict that names the candidates. */
export async function resolveSetting(
  read: LookupReader,
  lookup: string,
  text: string,
  /** Path of the setting, for people. */
  setting: string,
  /** File and line of what is no setting but a rule. */
  place?: string,
): Promise<ResolvedSetting> {
  const { found, entries } = await searchLookup(read, lookup, (list) => findInLookup(list, text));
  const [entry, ...more] = found;
  if (entry !== undefined && more.length === 0) return { entry };
  const where = settingText(setting, place);
  const message =
    entry === undefined
      ? `“${text}” (${where}) is not in the PSA's list ${lookup}.`
      : `“${text}” (${where}) means ${found.length} entries of the PSA's list ${lookup}.`;
  return {
    conflict: {
      about: setting,
      message,
      next: 'Use the id or the exact name of one of them.',
      candidates: (entry === undefined ? entries : found).slice(0, 20).map(({ id, name }) => ({ id, name })),
    },
  };
}

/** `rules.users.rows.3, rules.yaml:14`. */
export function settingText(setting: string, place: string | undefined): string {
  return place === undefined ? setting : `${setting}, ${place}`;
}
