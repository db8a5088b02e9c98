import type { InputFault, SourceDocument } from '@quotebridge/core/plugin';
import type { ColumnLayout } from '../columns/column-layout.js';
import { FieldReader } from '../columns/field-reader.js';
import type { NumberRules } from '../values/parse-number.js';
import { findDisagreements } from './find-disagreements.js';
import { findRowFaults } from './find-row-faults.js';
import type { RowGroup } from './group-rows.js';
import { readHeader } from './read-header.js';
import { readLines } from './read-lines.js';

/** One document of a wide CSV. Whatever cannot be read is a fault of this document alone. */
export function readDocument(group: RowGroup, layout: ColumnLayout, rules: NumberRules): SourceDocument {
  const { number, rows } = group;
  if (number === '') return withoutNumber(group, layout);
  const rowFaults = findRowFaults(rows, layout);
  const [first, ...others] = rows.filter((row) => layout.isWhole(row));
  if (first === undefined) return { number, content: {}, faults: rowFaults };
  const headerFaults = findDisagreements({ number, rows: [first, ...others] }, layout);
  const lineFaults: InputFault[] = [];
  const header = new FieldReader(layout.header, first, rules, headerFaults);
  const lines = readLines(rows, header, layout, rules, lineFaults);
  const content = { ...readHeader(header, lines), lines };
  return { number, content, faults: [...rowFaults, ...headerFaults, ...lineFaults] };
}

function withoutNumber({ number, rows }: RowGroup, layout: ColumnLayout): SourceDocument {
  const column = layout.header.find('DocNo')?.title ?? '';
  const expected = 'a document number: a row without one belongs to no document';
  const faults = rows.flatMap((row) =>
    layout.isWhole(row)
      ? [{ at: `row ${row.number}, column ${column}`, expected }]
      : findRowFaults([row], layout),
  );
  return { number, content: {}, faults };
}
