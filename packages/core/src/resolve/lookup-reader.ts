import type { ListReader } from '../base/list-reader.js';
import type { LookupEntry } from '../contract/records.js';

/** A live list of the PSA, by its name. */
export type LookupReader = ListReader<string, LookupEntry>;

const hour = 3_600_000;

/** For what a new record is made with: a list that is older than an hour is read again. */
export function forNewRecord(read: LookupReader): LookupReader {
  return (name, options) => read(name, { maximumAge: hour, ...options });
}

/** Reads a list, and once more if `find` finds nothing in an old one. */
export async function searchLookup(
  read: LookupReader,
  name: string,
  find: (entries: readonly LookupEntry[]) => readonly LookupEntry[],
): Promise<{ readonly found: readonly LookupEntry[]; readonly entries: readonly LookupEntry[] }> {
  const first = await read(name);
  const found = find(first.entries);
  if (found.length > 0 || first.fresh) return { found, entries: first.entries };
  const again = await read(name, { fresh: true });
  return { found: find(again.entries), entries: again.entries };
}
