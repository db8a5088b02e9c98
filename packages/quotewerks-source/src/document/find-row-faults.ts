import type { InputFault } from '@quotebridge/core/plugin';
import type { ColumnLayout } from '../columns/column-layout.js';
import type { CsvRow } from '../csv/csv-table.js';
import { shorten } from '../text/shorten.js';

/** One fault for each row that is not whole. None of its cells is read: which of them are cut or displaced is unknown. */
export function findRowFaults(rows: readonly CsvRow[], layout: ColumnLayout): InputFault[] {
  return rows.filter((row) => !layout.isWhole(row)).map((row) => rowFault(row, layout.width));
}

function rowFault({ number, cells, open }: CsvRow, width: number): InputFault {
  const at = `row ${number}`;
  const last = shorten(cells.at(-1) ?? '');
  if (open === true) {
    const expected = 'a closing quotation mark: the one that opens in this row is never closed';
    return { at, ...(last === '' ? {} : { value: last }), expected };
  }
  const fields = `${cells.length} field${cells.length === 1 ? '' : 's'}`;
  const expected = `${width} fields, as in the header row`;
  if (cells.length < width) return { at, value: `cut off after ${fields}`, expected };
  // A delimiter stands unquoted in a text, so every cell after it is displaced.
  return {
    at,
    value: `${fields}, the last "${last}"`,
    expected: `${expected}; a text that holds the delimiter stands in quotes`,
  };
}
