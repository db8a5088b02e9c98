import type { Entity } from '../entities/entity.js';
import type { Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/** The value of a column, stored or worked out. */
export function columnOf(entity: Entity, row: Row, column: string, world: World): unknown {
  const { derived } = entity;
  const derive = derived && Object.hasOwn(derived, column) ? derived[column] : undefined;
  return derive ? derive(row, world) : row[column];
}
