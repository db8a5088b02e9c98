import type { LookupEntry } from '../../src/contract/records.js';
import type { LookupReader } from '../../src/resolve/lookup-reader.js';

/** Reads fresh lists; a list under `old:name` is what the cache still holds of it. */
export function lookupReader(lists: Readonly<Record<string, readonly LookupEntry[]>>): LookupReader {
  return async (name, options) => {
    const old = lists[`old:${name}`];
    if (old !== undefined && options?.fresh !== true) return { entries: old, fresh: false };
    return { entries: lists[name] ?? [], fresh: true };
  };
}
