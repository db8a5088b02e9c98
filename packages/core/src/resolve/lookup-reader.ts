import type { LookupEntry } from '../contract/records.js';

/**
 * A list of the PSA. Without `fresh` it may be old; what is not found in an old list is looked for in a fresh one before
 * anybody is told that it does not exist.
 */
export type LookupReader = (
  name: string,
  options?: { readonly fresh?: boolean; readonly maximumAge?: number },
) => Promise<LookupReading>;

export interface LookupReading {
  readonly entries: readonly LookupEntry[];
  /** True when the list came from the PSA within the last minutes. */
  readonly fresh: boolean;
}

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
