import { QuotebridgeError } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import type { ListRows } from './list-rows.js';

/** A page and what is known about the whole. */
export interface RowPage {
  readonly rows: readonly HaloRecord[];
  readonly total: number | undefined;
}

/** No list of a tenant is longer: a hundred thousand rows. */
const mostPages = 1000;

/**
 * Reads page after page until `record_count` rows are there or a page is empty. Rows that come twice, because the list
 * moved between two pages, are given out once.
 *
 * @param read gets the query of one page.
 * @throws `remote.unexpected` when the server gives the same page again, or never ends.
 */
export async function* pagedRows(
  what: string,
  read: (query: { pageinate: true; page_size: number; page_no: number }) => Promise<ListRows>,
): AsyncGenerator<RowPage, void, undefined> {
  const { pageSize } = fieldProfile.paging;
  const seen = new Set<unknown>();
  let collected = 0;
  let total: number | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await read({ pageinate: true, page_size: pageSize, page_no: page });
    // Pages past the end may state a count of zero, so the first page's counts.
    if (page === 1) total = answer.total;
    const fresh = answer.rows.filter((row) => row['id'] === undefined || !seen.has(row['id']));
    if (answer.rows.length > 0 && fresh.length === 0) throw endless(what, 'gave the same page again');
    for (const row of fresh) seen.add(row['id']);
    // A row that came twice stands for one that has moved on to a page still to be read.
    collected += fresh.length;
    if (page === 1 || fresh.length > 0) yield { rows: fresh, total };
    if (answer.rows.length === 0) return;
    // Without a count, a page that is not full is the last, and a longer one shows that paging was ignored.
    if (total === undefined || total === 0 ? answer.rows.length !== pageSize : collected >= total) return;
  }
  throw endless(what, `has more than ${mostPages} pages`);
}

function endless(what: string, fault: string): QuotebridgeError {
  return new QuotebridgeError(
    'remote.unexpected',
    `HaloPSA’s list of ${what} ${fault}: the list cannot be read to its end.`,
    {
      next: 'Report this.',
    },
  );
}
