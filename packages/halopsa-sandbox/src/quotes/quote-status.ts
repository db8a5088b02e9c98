import { textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** Number of the lookup table that holds the quote statuses. */
const quoteStatusLookup = 39;

/** The lookup row of a quote's status. */
export function quoteStatus(quote: Row, world: World): Row | undefined {
  return world.tenant.lookups.find(
    (row) => row['lookupid'] === quoteStatusLookup && row.id === quote['status'],
  );
}

/** `value3` = "1" marks the statuses Halo's pipeline report leaves out. */
export function isOpenQuote(quote: Row, world: World): boolean {
  return textIn(quoteStatus(quote, world) ?? {}, 'value3') !== '1';
}
