import type { Entity } from '../entities/entity.js';
import { ApiError, otherError } from '../http/api-error.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { columnOf } from './column.js';
import { holds } from './row-filter.js';

/** The one filter type whose meaning is publicly known. */
const containsType = 4;

interface Condition {
  readonly column: string;
  readonly value: string;
}

/**
 * Reads `advanced_search`: JSON text, an array of `{filter_name, filter_type, filter_value}`.
 * @throws {ApiError} 400 when it is not that, or asks for a filter type other than 4 (contains)
 */
export function advancedSearch(text: string, entity: Entity): (row: Row, world: World) => boolean {
  const conditions = readConditions(text);
  return (row, world) =>
    conditions.every(({ column, value }) => holds(columnOf(entity, row, column, world), value));
}

function readConditions(text: string): Condition[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'advanced_search is not valid JSON.');
  }
  if (!Array.isArray(parsed)) throw otherError('advanced_search must be an array of filters.');
  return parsed.map((entry: unknown) => {
    const filter = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    const { filter_name: column, filter_type: type, filter_value: value } = filter;
    if (typeof column !== 'string') throw otherError('A filter of advanced_search has no filter_name.');
    if (Number(type) !== containsType) throw otherError(`filter_type ${String(type)} is not supported.`);
    return { column, value: typeof value === 'string' || typeof value === 'number' ? String(value) : '' };
  });
}
