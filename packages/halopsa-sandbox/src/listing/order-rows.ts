import type { Entity } from '../entities/entity.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { columnOf } from './column.js';
import type { Query } from './query.js';

const suffixes = ['', '2', '3', '4', '5'];

/** Sorts by `order`..`order5` with `orderdesc`..`orderdesc5`, else by id. */
export function orderRows(rows: Row[], entity: Entity, query: Query, world: World): Row[] {
  const keys = suffixes.flatMap((suffix) => {
    const column = query.text(`order${suffix}`);
    return column ? [{ column, sign: query.flag(`orderdesc${suffix}`) ? -1 : 1 }] : [];
  });
  if (keys.length === 0) return rows.sort((a, b) => a.id - b.id);
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ column }) => columnOf(entity, row, column, world)),
  }));
  keyed.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const difference = compare(a.values[index], b.values[index]);
      if (difference !== 0) return difference * sign;
    }
    return a.row.id - b.row.id;
  });
  return keyed.map(({ row }) => row);
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return comparable(a).localeCompare(comparable(b), 'en', { sensitivity: 'base' });
}

function comparable(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
