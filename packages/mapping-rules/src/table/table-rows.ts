import type { Table, TableRow } from './table.js';

/** The rows of a table as a list, in the order in which they count. */
export function tableRows({ rows }: Table): readonly TableRow[] {
  return isList(rows) ? rows : Object.entries(rows).map(([when, value]) => ({ when, value }));
}

function isList(rows: Table['rows']): rows is readonly TableRow[] {
  return Array.isArray(rows);
}
