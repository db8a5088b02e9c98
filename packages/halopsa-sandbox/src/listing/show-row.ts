import type { Entity, ShowPurpose } from '../entities/entity.js';
import { shownCustomFields } from '../fields/custom-fields.js';
import { createRow, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { columnOf } from './column.js';
import type { Query } from './query.js';

/** A record as the API shows it. */
export function showRow(entity: Entity, row: Row, world: World, purpose: ShowPurpose): Row {
  const columns = purpose === 'list' ? entity.listColumns?.(world) : undefined;
  const left = purpose === 'list' || purpose === 'read' ? (entity.details ?? []) : [];
  const shown = columns ? selected(entity, row, columns, world) : complete(entity, row, world, left);
  if (purpose === 'list' || purpose === 'read') Reflect.deleteProperty(shown, 'customfields');
  else if (entity.customFieldsOf !== undefined) {
    shown['customfields'] = shownCustomFields(entity.customFieldsOf, row, world);
  }
  entity.show?.(shown, world, purpose);
  return shown;
}

/** Adds the heavy columns that a flag of the query asks for. */
export function addDetails(entity: Entity, row: Row, shown: Row, query: Query, world: World): Row {
  for (const [parameter, columns] of Object.entries(entity.detailParameters ?? {})) {
    if (!query.flag(parameter)) continue;
    for (const column of columns) shown[column] = columnOf(entity, row, column, world) ?? null;
  }
  return shown;
}

function complete(entity: Entity, row: Row, world: World, left: readonly string[]): Row {
  const shown = createRow(row, row.id);
  for (const column of left) Reflect.deleteProperty(shown, column);
  for (const [column, derive] of Object.entries(entity.derived ?? {})) {
    if (!left.includes(column)) shown[column] = derive(row, world);
  }
  return shown;
}

function selected(entity: Entity, row: Row, columns: readonly string[], world: World): Row {
  const values = columns.map((column) => [column, columnOf(entity, row, column, world) ?? null] as const);
  return createRow(Object.fromEntries(values), row.id);
}
