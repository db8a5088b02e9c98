import type { ColumnLayout } from '../columns/column-layout.js';
import type { CsvRow } from '../csv/csv-table.js';

export interface RowGroup {
  /** Document number; empty for the rows that have none. */
  readonly number: string;
  readonly rows: readonly [CsvRow, ...CsvRow[]];
}

/**
 * The rows of each document in the order of the file; documents in the order of their first rows. A row that ends
 * before its document number belongs to the document of the row above, and so does the last row when the file ends in
 * a number that no row above has.
 */
export function groupRows(rows: readonly CsvRow[], layout: ColumnLayout): readonly RowGroup[] {
  const index = layout.header.find('DocNo')?.index ?? -1;
  const groups = new Map<string, [CsvRow, ...CsvRow[]]>();
  let above: string | undefined;
  for (const row of rows) {
    const stated = row.cells[index]?.trim();
    const doubtful = row === rows.at(-1) && !layout.statesNumber(row) && !groups.has(stated ?? '');
    const number: string = (doubtful ? above : undefined) ?? stated ?? above ?? '';
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [row]);
    else group.push(row);
    above = number;
  }
  return [...groups].map(([number, group]) => ({ number, rows: group }));
}
