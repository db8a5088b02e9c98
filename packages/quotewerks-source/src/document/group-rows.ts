import type { ColumnLayout } from '../columns/column-layout.js';
import type { CsvRow } from '../csv/csv-table.js';
import { RowNumbers } from './row-numbers.js';

export interface RowGroup {
  /** Document number; empty for the rows that have none. */
  readonly number: string;
  readonly rows: readonly [CsvRow, ...CsvRow[]];
}

/** The rows of each document in the order of the file; documents in the order of their first rows. */
export function groupRows(rows: readonly CsvRow[], layout: ColumnLayout): readonly RowGroup[] {
  const numbers = new RowNumbers(layout);
  const groups = new Map<string, [CsvRow, ...CsvRow[]]>();
  for (const row of rows) {
    const number = numbers.next(row, row === rows.at(-1));
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [row]);
    else group.push(row);
  }
  return [...groups].map(([number, group]) => ({ number, rows: group }));
}
