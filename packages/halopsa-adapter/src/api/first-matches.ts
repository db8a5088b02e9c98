import type { HaloRecord } from '../record/halo-record.js';
import type { RowPage } from './paged-rows.js';

/** Limit of a search that names none, as the contract says. */
const usualLimit = 50;

/** The first rows that become a wanted record, reading no page more than that takes. */
export async function firstMatches<Value>(
  pages: AsyncIterable<RowPage>,
  limit: number | undefined,
  match: (row: HaloRecord) => Value | undefined,
): Promise<readonly Value[]> {
  const most = limit ?? usualLimit;
  const found: Value[] = [];
  for await (const { rows } of pages) {
    for (const row of rows) {
      const value = match(row);
      if (value !== undefined) found.push(value);
      if (found.length >= most) return found;
    }
  }
  return found;
}
