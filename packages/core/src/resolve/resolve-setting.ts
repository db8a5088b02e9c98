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
): Promise<ResolvedSetting> {
  const { found, entries } = await searchLookup(read, lookup, (list) => findInLookup(list, text));
  const [entry, ...more] = found;
  if (entry !== undefined && more.length === 0) return { entry };
  const message =
    entry === undefined
      ? `“${text}” (${setting}) is not in the PSA's list ${lookup}.`
      : `“${text}” (${setting}) means ${found.length} entries of the PSA's list ${lookup}.`;
  return {
    conflict: {
      about: setting,
      message,
      next: 'Use the id or the exact name of one of them.',
      candidates: (entry === undefined ? entries : found).slice(0, 20).map(({ id, name }) => ({ id, name })),
    },
  };
}
