import type { TableRow } from '../table/table.js';

/** A table as a spreadsheet holds it: a column for each field that conditions name, then `value` and `comment`. */
export interface TableRecords {
  readonly columns: readonly string[];
  /** Cells in the order of the columns. */
  readonly records: readonly (readonly string[])[];
}

/** What a spreadsheet says about a table; the rest of the table (`key`, `fallback`, `comment`) is none of its business. */
export interface ImportedTable {
  readonly rows: readonly TableRow[];
  readonly default?: string;
  /** Which record each row comes from, counted from 0. */
  readonly records: readonly number[];
}

/** Headings that name no field. They are read without regard to case, as people write them. */
export const valueColumn = 'value';
export const commentColumn = 'comment';

export function isReserved(heading: string): boolean {
  const folded = heading.trim().toLowerCase();
  return folded === valueColumn || folded === commentColumn;
}
