import { pointer } from '../problem/pointer.js';
import type { Table } from './table.js';

/** Where rows stand within their table: `/rows/3`, or `/rows/Labor` where rows are key → value. */
export function rowPaths({ rows }: Pick<Table, 'rows'>): (row: number) => string {
  const keys = Array.isArray(rows) ? undefined : Object.keys(rows);
  return (row) => pointer(['rows', keys === undefined ? row : (keys[row] ?? row)]);
}
