import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableData } from '../unreadable-data.js';
import type { Delimiter } from './dialect.js';
import type { RowPiece } from './row-pieces.js';

/**
 * The cells of whole rows, blank rows included, so that rows can be counted. A piece at a time, because the parser is
 * no faster when it is given bytes as they come, and where a row stands in the file is then known for nothing.
 *
 * @throws UnreadableData where the quotes do not match
 */
export function parseRows({ bytes, line }: RowPiece, delimiter: Delimiter): readonly string[][] {
  try {
    return parse(bytes, { delimiter, record_delimiter: ['\r\n', '\n'], relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw broken(line + lineFeedsBefore(bytes, Number(error['bytes'])), error.code);
  }
}

/** The parser's own count takes a line end in quotes for two where it is CRLF. */
function lineFeedsBefore(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < end; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

function broken(line: number, code: string): UnreadableData {
  const open = code === 'CSV_QUOTE_NOT_CLOSED';
  const what = open ? 'The quotation mark that opens in' : 'A quotation mark in';
  return new UnreadableData(
    `${what} line ${line} ${open ? 'is never closed' : 'stands where none may stand'}.`,
    {
      line,
      expected: 'text in quotes, with each quote inside it doubled ("")',
      next: 'Export the file again, or mend the quotes in a text editor.',
    },
  );
}
