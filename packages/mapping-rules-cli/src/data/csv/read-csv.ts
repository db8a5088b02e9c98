import { withFormula } from '@quotebridge/command-line/csv';
import type { DataLine } from '../data-line.js';
import { UnreadableData } from '../unreadable-data.js';
import { declaredDelimiter } from './declared-delimiter.js';
import { dialectOf, type Delimiter, type Dialect } from './dialect.js';
import { isBlankRow } from './is-blank-row.js';
import { lineOfRow } from './line-of-row.js';
import { parseRows } from './parse-rows.js';
import { rowPieces, type RowPiece } from './row-pieces.js';

export interface CsvOptions {
  /** Cells as they are: an apostrophe that keeps a spreadsheet from running one is not taken away. */
  readonly plainCells?: boolean;
}

/** A CSV text: its first row that is not blank, below a line such as `sep=;`, names the columns. */
export interface CsvLines {
  readonly columns: readonly string[];
  readonly dialect: Dialect;
  readonly lines: AsyncGenerator<readonly DataLine[], void, undefined>;
}

/**
 * Reads CSV of any length, a piece of it at a time. Blank rows are left out. A row with another number of cells than
 * there are columns has a problem; blank cells at its end do not count.
 *
 * @throws UnreadableData when its quotes do not match, or there is no header
 */
export async function readCsv(
  name: string,
  pieces: AsyncIterable<Buffer>,
  options: CsvOptions = {},
): Promise<CsvLines> {
  const rest = rowPieces(pieces);
  let byteOrderMark = false;
  let declared: Delimiter | undefined;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    let piece = next.value;
    if (piece.line === 1) {
      byteOrderMark = isMarked(piece.bytes);
      if (byteOrderMark) piece = { ...piece, bytes: piece.bytes.subarray(3) };
      const found = declaredDelimiter(piece);
      declared = found?.delimiter;
      piece = found?.below ?? piece;
    }
    const shown = dialectOf(piece.bytes);
    const dialect = { ...shown, byteOrderMark, delimiter: declared ?? shown.delimiter };
    let columns: readonly string[] | undefined;
    const first: DataLine[] = [];
    eachRow(piece, dialect, (line, cells) => {
      if (columns !== undefined) add(first, line, columns, cells, options);
      else if (!isBlankRow(cells)) columns = headerOf(cells, options);
    });
    if (columns !== undefined)
      return { columns, dialect, lines: allLines(first, rest, dialect, columns, options) };
  }
  throw new UnreadableData(`${name} is empty.`, {
    expected: 'a row with the names of the columns, and lines below it',
    next: 'Export the lines with a header.',
  });
}

async function* allLines(
  first: readonly DataLine[],
  pieces: AsyncGenerator<RowPiece, void, undefined>,
  dialect: Dialect,
  columns: readonly string[],
  options: CsvOptions,
): AsyncGenerator<readonly DataLine[], void, undefined> {
  yield first;
  for await (const piece of pieces) {
    const lines: DataLine[] = [];
    eachRow(piece, dialect, (line, cells) => add(lines, line, columns, cells, options));
    yield lines;
  }
}

function isMarked(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function add(
  lines: DataLine[],
  line: number,
  columns: readonly string[],
  cells: string[],
  { plainCells }: CsvOptions,
): void {
  if (!isBlankRow(cells)) lines.push(lineOfRow(line, columns, cells, plainCells !== true));
}

function headerOf(cells: readonly string[], { plainCells }: CsvOptions): readonly string[] {
  if (cells.some((cell) => /\r(?!\n)/.test(cell))) {
    throw new UnreadableData('The rows end with carriage returns alone.', {
      line: 1,
      expected: 'rows that end with a line feed',
      next: 'Save the file as CSV for Windows, or as CSV UTF-8.',
    });
  }
  return cells.map((cell) => (plainCells === true ? cell.trim() : withFormula(cell.trim())));
}

function eachRow(
  piece: RowPiece,
  { delimiter }: Dialect,
  take: (line: number, cells: string[]) => void,
): void {
  let { line } = piece;
  for (const cells of parseRows(piece, delimiter)) {
    const begins = line;
    line += 1;
    if (piece.multiline) for (const cell of cells) line += lineFeedsIn(cell);
    take(begins, cells);
  }
}

function lineFeedsIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}
