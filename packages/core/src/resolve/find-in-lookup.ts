import type { LookupEntry } from '../contract/records.js';
import { matchKey } from './match-key.js';

/**
 * Entries that a setting or mapping means: by id, else by name, else by e-mail address or user name.
 * More than one is the caller's conflict.
 */
export function findInLookup(entries: readonly LookupEntry[], text: string): readonly LookupEntry[] {
  const wanted = matchKey(text);
  const byId = entries.filter((entry) => entry.id === text.trim());
  if (byId.length > 0) return byId;
  const byName = entries.filter((entry) => matchKey(entry.name) === wanted);
  if (byName.length > 0) return byName;
  return entries.filter((entry) =>
    ['email', 'userName'].some((field) => {
      const value = entry.detail?.[field];
      return typeof value === 'string' && value !== '' && matchKey(value) === wanted;
    }),
  );
}
