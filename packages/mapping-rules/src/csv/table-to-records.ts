import type { Condition, Table, TableRow } from '../table/table.js';
import { tableRows } from '../table/table-rows.js';
import { cellOfCondition, defaultCell } from './condition-cell.js';
import { commentColumn, isReserved, valueColumn, type TableRecords } from './table-records.js';

/**
 * A table as records for a spreadsheet: its rows in their order, then its default. `tableFromRecords` gives a table that
 * answers alike.
 *
 * @param key the field that a plain `when` compares
 */
export function tableToRecords(table: Table, key: string): TableRecords {
  const { match = 'anyCase' } = table;
  const rows = tableRows(table);
  const columns = columnsOf([key, ...rows.flatMap(({ when }) => fieldsOf(when, key))]);
  const records = rows.map(({ when, value, comment = '' }) => {
    const cells = new Map<string, string>();
    for (const [field, condition] of conditionsOf(when, key)) {
      cells.set(field, cellOfCondition(condition, match));
    }
    return [...[...columns.keys()].map((field) => cells.get(field) ?? ''), value, comment];
  });
  if (table.default !== undefined) {
    const others = [...columns.keys()].slice(1).map(() => '');
    records.push([defaultCell, ...others, table.default, '']);
  }
  return { columns: [...columns.values(), valueColumn, commentColumn], records };
}

function conditionsOf(when: TableRow['when'], key: string): readonly (readonly [string, Condition])[] {
  return typeof when === 'string' ? [[key, when]] : Object.entries(when);
}

function fieldsOf(when: TableRow['when'], key: string): readonly string[] {
  return conditionsOf(when, key).map(([field]) => field);
}

/** Field → heading. A field that is called like one of the other columns is named with the table that it stands in. */
function columnsOf(fields: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(fields);
  const columns = new Map<string, string>();
  for (const field of known) {
    const names = isReserved(field) ? [`DI_${field}`, `DocumentItems_${field}`] : [field];
    columns.set(field, names.find((name) => !known.has(name)) ?? names[0] ?? field);
  }
  return columns;
}
