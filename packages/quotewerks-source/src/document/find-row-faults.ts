import type { InputFault } from '@quotebridge/core/plugin';
import type { ColumnLayout } from '../columns/column-layout.js';
import type { CsvRow } from '../csv/csv-table.js';
import { shorten } from '../text/shorten.js';

/** Rows with more cells than the header: a delimiter stands unquoted in a text, so every cell after it is displaced. */
export function findRowFaults(rows: readonly CsvRow[], layout: ColumnLayout): InputFault[] {
  return rows
    .filter(({ cells }) => cells.slice(layout.width).some((cell) => cell.trim() !== ''))
    .map(({ number, cells }) => ({
      at: `row ${number}`,
      value: `${cells.length} cells, the last "${shorten(cells.at(-1) ?? '')}"`,
      expected: `${layout.width} cells, as the header row has; a text that holds the delimiter stands in quotes`,
    }));
}
