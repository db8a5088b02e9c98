import type { CsvRow } from './csv-table.js';
import { detectDelimiter, type Delimiter } from './detect-delimiter.js';
import { parseCsvRows, quoteNeverClosed } from './parse-csv-table.js';

export interface StreamedRow {
  readonly delimiter: Delimiter;
  /** The header row is the first one. */
  readonly row: CsvRow;
}

/**
 * The rows of a CSV text that comes in pieces of whole rows, without those whose cells are all empty. Raises what
 * `parseCsvTable` raises.
 */
export async function* streamCsvRows(
  file: string,
  pieces: AsyncIterable<string>,
): AsyncIterable<StreamedRow> {
  const above = { rows: 0, lines: 0, width: 0 };
  let delimiter: Delimiter | undefined;
  for await (const piece of pieces) {
    delimiter ??= detectDelimiter(piece);
    const { records, open } = parseCsvRows(file, piece, delimiter, above);
    for (const [index, cells] of records.entries()) {
      const number = above.rows + index + 1;
      const isOpen = open && index === records.length - 1;
      if (number === 1) {
        above.width = cells.length;
        if (isOpen) throw quoteNeverClosed(file, 1);
      }
      const row: CsvRow = isOpen ? { number, cells, open } : { number, cells };
      if (number === 1 || isOpen || cells.some((cell) => cell.trim() !== '')) yield { delimiter, row };
    }
    above.rows += records.length;
    above.lines += linesOf(piece);
  }
}

function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
