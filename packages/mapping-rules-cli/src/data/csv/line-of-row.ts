import { withFormula } from '@quotebridge/command-line/csv';
import type { DataLine } from '../data-line.js';
import { dataProblem } from '../data-problem.js';

/**
 * A row of cells as a line of the data.
 *
 * @param cells changed in place: a copy of each row would cost more than all else here
 * @param guarded whether an apostrophe in front of a formula is taken away
 */
export function lineOfRow(
  line: number,
  columns: readonly string[],
  cells: string[],
  guarded: boolean,
): DataLine {
  const given = cells.length;
  if (given > columns.length) dropBlanks(cells, columns.length);
  if (guarded) unguard(cells);
  if (cells.length === columns.length) return { line, columns, cells };
  const message = `The row has ${given} ${given === 1 ? 'cell' : 'cells'} where the header has ${columns.length}.`;
  const problem = dataProblem('data.raggedRow', line, message, `${columns.length} cells, as the header has`);
  return { line, columns, cells: columns.map((_, at) => cells[at] ?? ''), problem };
}

/** Blank cells behind the last column are what spreadsheets leave there. */
function dropBlanks(cells: string[], count: number): void {
  while (cells.length > count && (cells.at(-1) ?? '').trim() === '') cells.pop();
}

function unguard(cells: string[]): void {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? '';
    if (cell.charCodeAt(0) === 0x27) cells[at] = withFormula(cell);
  }
}
