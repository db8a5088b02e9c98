import type { InputFault } from '@quotebridge/core/plugin';
import type { ColumnLayout } from '../columns/column-layout.js';
import type { RowGroup } from './group-rows.js';
import { shorten } from '../text/shorten.js';

/** Header columns in which rows of one document differ: one fault a column, with the first two values that differ. */
export function findDisagreements({ number, rows }: RowGroup, layout: ColumnLayout): InputFault[] {
  const [first, ...others] = rows;
  return layout.header.all.flatMap(({ title, index }) => {
    const stated = first.cells[index] ?? '';
    const other = others.find((row) => (row.cells[index] ?? '') !== stated);
    if (other === undefined) return [];
    const found = other.cells[index] ?? '';
    return [
      {
        at: `row ${other.number}, column ${title}`,
        value: shorten(found),
        expected: `"${shorten(stated)}", as row ${first.number} of document ${number} states it`,
      },
    ];
  });
}
