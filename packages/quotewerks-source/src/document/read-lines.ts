import type { DocumentLine, InputFault } from '@quotebridge/core/plugin';
import type { ColumnLayout } from '../columns/column-layout.js';
import { FieldReader } from '../columns/field-reader.js';
import type { CsvRow } from '../csv/csv-table.js';
import type { NumberRules } from '../values/parse-number.js';
import { lineKeys } from './line-keys.js';
import { readLine, type LineContext } from './read-line.js';

/** The lines in the order of the whole rows; a row without any item value is only there for its header. */
export function readLines(
  rows: readonly CsvRow[],
  header: FieldReader<'DocumentHeaders'>,
  layout: ColumnLayout,
  rules: NumberRules,
  faults: InputFault[],
): readonly DocumentLine[] {
  const columns = layout.items;
  const context: LineContext = {
    contractStart: header.date('ContractStartDate'),
    contractEnd: header.date('ContractEndDate'),
    groupQuantity: undefined,
  };
  const withoutKeys: Omit<DocumentLine, 'key'>[] = [];
  const ids: string[] = [];
  for (const row of rows) {
    if (!layout.isWhole(row)) {
      // It may be the group header of the lines below: those are not at fault as well.
      context.groupQuantity ??= '1';
      continue;
    }
    if (columns.all.every(({ index }) => (row.cells[index] ?? '').trim() === '')) continue;
    const reader = new FieldReader(columns, row, rules, faults);
    const line = readLine(reader, context);
    if (line.lineType === 'groupHeader') context.groupQuantity = line.quantity;
    withoutKeys.push(line);
    ids.push(reader.text('ID'));
  }
  const keys = lineKeys(withoutKeys, ids);
  return withoutKeys.map((line, index) => ({ key: keys[index] ?? '', ...line }));
}
