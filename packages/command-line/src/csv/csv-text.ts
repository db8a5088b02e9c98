import { csvCell } from './csv-cell.js';

/** Behind it, spreadsheets take accents for what they are. */
const byteOrderMark = '\uFEFF';

/**
 * Rows as RFC 4180 has them. A table for a spreadsheet with texts of others goes through `withoutFormula` first.
 *
 * @param part `more` for rows that follow others, which the mark at the beginning does not stand before
 */
export function csvText(rows: readonly (readonly string[])[], part: 'first' | 'more' = 'first'): string {
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  return part === 'first' ? `${byteOrderMark}${text}` : text;
}
