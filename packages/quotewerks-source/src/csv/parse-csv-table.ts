// The browser build is the same parser without Node's streams: this package stays platform-neutral.
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { notSuchFile } from '../text/not-such-file.js';
import type { CsvRow, CsvTable } from './csv-table.js';
import type { Delimiter } from './detect-delimiter.js';

type Records = readonly (readonly string[])[];

/**
 * Parses text of RFC 4180, with CRLF or LF between rows. Raises `document.invalid` where its quotes do not match; only
 * a last row whose quotation mark is never closed is returned as such, because the rows above it can be relied on.
 */
export function parseCsvTable(file: string, text: string, delimiter: Delimiter): CsvTable {
  const { records, open } = parseCsvRows(file, text, delimiter);
  const rows: CsvRow[] = [];
  for (let index = 1; index < records.length; index++) {
    const cells = records[index] ?? [];
    if (open && index === records.length - 1) rows.push({ number: index + 1, cells, open });
    else if (cells.some((cell) => cell.trim() !== '')) rows.push({ number: index + 1, cells });
  }
  return { header: records[0] ?? [], rows };
}

/** The error for a file that breaks off in a row that belongs to no document. */
export function quoteNeverClosed(file: string, row: number): Error {
  const problem = `breaks off: the quotation mark that opens in row ${row} is never closed.`;
  return broken(file, problem, `row ${row}`);
}

/** What stands above a piece of a file: for counting on. */
export interface RowsAbove {
  readonly rows: number;
  readonly lines: number;
  /** Cells of the header row. */
  readonly width: number;
}

/** Parses whole rows; `open` tells that the last one ends inside quotes. Raises what `parseCsvTable` raises. */
export function parseCsvRows(
  file: string,
  text: string,
  delimiter: Delimiter,
  above: RowsAbove = { rows: 0, lines: 0, width: 0 },
): { readonly records: Records; readonly open: boolean } {
  try {
    return { records: split(text, delimiter), open: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      return { records: splitOpen(file, text, delimiter, above), open: true };
    const line = above.lines + lineAt(text, Number(error['bytes']));
    throw broken(file, `breaks off: a quote in line ${line} stands where none may stand.`, `line ${line}`);
  }
}

function split(text: string, delimiter: Delimiter): Records {
  // Bytes, because the parser would otherwise encode the text again, many times slower. Blank lines come back as
  // rows, so that rows can be counted as a spreadsheet counts them.
  return parse(new TextEncoder().encode(text) as Buffer, {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
  });
}

/** From 1. The parser's own count takes a line end in quotes for two where it is CRLF. */
function lineAt(text: string, byte: number): number {
  const above = new TextEncoder().encode(text).subarray(0, byte);
  return above.reduce((line, unit) => (unit === 0x0a ? line + 1 : line), 1);
}

/** A stray mark further up takes in all rows below it, and nobody knows whose they are: the file is refused then. */
function splitOpen(file: string, text: string, delimiter: Delimiter, above: RowsAbove): Records {
  const records = split(`${text}"`, delimiter);
  const width = above.rows === 0 ? (records[0]?.length ?? 0) : above.width;
  const rows = above.rows + records.length;
  const [, ...below] = (records.at(-1)?.at(-1) ?? '').split('\n');
  const takesInRows = below.some((line) => line !== '' && line.split(delimiter).length >= width);
  if (rows === 1 || takesInRows) throw quoteNeverClosed(file, rows);
  return records;
}

function broken(file: string, problem: string, at: string): Error {
  return notSuchFile(file, problem, 'Export it again, or mend the quotes in a text editor.', [
    { at, expected: 'text in quotes, with each quote inside it doubled ("")' },
  ]);
}
