import { readDate } from '../fields/api-date.js';
import { isSet, type Row } from '../tenant/row.js';
import type { Query } from './query.js';
import type { World } from '../tenant/world.js';

/** Does a record pass a filter parameter with this value? */
export type RowFilter = (row: Row, value: string, world: World) => boolean;

/** The column equals the number; an empty parameter and 0 or less filter nothing, as an unset filter of the UI. */
export function equals(column: string): RowFilter {
  return (row, value) => {
    const wanted = Number(value);
    return value.trim() === '' || wanted <= 0 || row[column] === wanted;
  };
}

/** The column is one of a comma-separated list of numbers. */
export function oneOf(column: string): RowFilter {
  return (row, value) => {
    const wanted = value
      .replace(/[[\]]/g, '')
      .split(',')
      .filter((entry) => entry.trim() !== '');
    return wanted.length === 0 || wanted.some((entry) => row[column] === Number(entry));
  };
}

export function contains(column: string): RowFilter {
  return (row, value) => holds(row[column], value);
}

/** Keeps records that satisfy the condition when the parameter is true. */
export function whenTrue(condition: (row: Row, world: World) => boolean): RowFilter {
  return (row, value, world) => value.toLowerCase() !== 'true' || condition(row, world);
}

/** The date in the column is not before (`from`) or not after (`to`) the given one. */
export function dated(column: string, side: 'from' | 'to'): RowFilter {
  return (row, value) => {
    const limit = readDate(value);
    const date = row[column];
    if (limit === undefined) return true;
    if (typeof date !== 'string') return false;
    return side === 'from' ? date >= limit : date <= limit;
  };
}

/** Case-insensitive "contains". */
export function holds(value: unknown, wanted: string): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return String(value).toLowerCase().includes(wanted.trim().toLowerCase());
}

/**
 * Lists hide inactive records unless asked by `includeinactive`; `includeactive=false` hides the others. `activeinactive`
 * holds both flags, separated by a comma.
 */
export function activeOrAsked(
  inactive: (row: Row) => boolean = (row) => isSet(row, 'inactive'),
): (row: Row, query: Query) => boolean {
  return (row, query) => {
    const [active, others] = query.text('activeinactive')?.toLowerCase().split(',') ?? [];
    return inactive(row)
      ? query.flag('includeinactive') || others?.trim() === 'true'
      : query.flag('includeactive', active?.trim() !== 'false');
  };
}
