import type { QuoteLineFields, StoredQuoteLine } from '../contract/records.js';

/** Whether a line of the PSA says what ours says, for PSAs whose lines carry no key. */
export function sameLine(wanted: QuoteLineFields | undefined, line: StoredQuoteLine): boolean {
  return (
    wanted !== undefined &&
    wanted.name === line.name &&
    wanted.quantity === line.quantity &&
    wanted.price === line.price
  );
}
