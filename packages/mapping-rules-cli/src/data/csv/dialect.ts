/** What may stand between cells. */
export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\r\n' | '\n';
  /** Whether it begins with a byte order mark, behind which spreadsheets take accents for what they are. */
  readonly byteOrderMark: boolean;
}

/** What a spreadsheet opens without questions. */
export const spreadsheetDialect: Dialect = { delimiter: ',', lineEnd: '\r\n', byteOrderMark: true };

/**
 * As the first rows show it. The delimiter is the one that occurs most often in the first row that is not blank,
 * outside quotes; the comma when none does.
 *
 * @param rows whole rows from the beginning of a file, without a byte order mark
 */
export function dialectOf(rows: Buffer): Omit<Dialect, 'byteOrderMark'> {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let blank = true;
  let end = 0;
  for (; end < rows.length; end += 1) {
    const byte = rows[end];
    if (byte === 0x22) quoted = !quoted;
    else if (byte === 0x0a && !quoted && !blank) break;
    else if (!quoted && byte === 0x2c) counts[','] += 1;
    else if (!quoted && byte === 0x3b) counts[';'] += 1;
    else if (!quoted && byte === 0x09) counts['\t'] += 1;
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20) blank = false;
  }
  const delimiter = delimiters.reduce((best, one) => (counts[one] > counts[best] ? one : best));
  const lineFeed = end < rows.length && rows[end - 1] !== 0x0d;
  return { delimiter, lineEnd: lineFeed ? '\n' : '\r\n' };
}
