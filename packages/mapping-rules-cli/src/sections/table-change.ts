import { EntryPool } from './table-entry.js';
import type { Table, TableRow } from '@quotebridge/mapping-rules';

/** What becomes of the rows of a table. */
export interface TableChange {
  readonly added: number;
  /** The same conditions give something else. */
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

export function tableChange(
  before: readonly TableRow[],
  after: readonly TableRow[],
  table: Pick<Table, 'match'>,
  key: string,
): TableChange {
  const entries = before.map((row) => ({ row, lead: [], body: '' }));
  const pool = new EntryPool(entries, table, key);
  const others = after.filter((row) => pool.same(row) === undefined);
  const changed = others.filter((row) => pool.alike(row) !== undefined).length;
  const unchanged = after.length - others.length;
  return { added: others.length - changed, changed, unchanged, removed: before.length - unchanged - changed };
}
