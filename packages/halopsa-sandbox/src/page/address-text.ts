import { textIn, type Row } from '../tenant/row.js';

const lines = ['1', '2', '3', '4', '5'];

/** An address of a quote in one line, from its flat columns (`address1`...) or its object; empty when it has none. */
export function addressText(quote: Row, flat: string, record: string): string {
  const stored = quote[record];
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const fromRecord = [...lines.map((number) => textIn(given, `line${number}`)), textIn(given, 'postcode')];
  const fromColumns = lines.map((number) => textIn(quote, `${flat}${number}`));
  const chosen = fromColumns.some((text) => text !== '') ? fromColumns : fromRecord;
  return chosen.filter((text) => text !== '').join(', ');
}
