import type { Draft, Entity } from '../entities/entity.js';
import type { BoundFields } from '../fields/bind-fields.js';
import { mergeCustomFields } from '../fields/custom-fields.js';
import { notFound, ruleError } from '../http/api-error.js';
import { createRow, numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';

/**
 * Turns bound elements into records that may be stored, each checked by the rules of its entity. A later element of the
 * same request sees what an earlier one made of the same record.
 * @throws {ApiError} 400 when a rule is broken, 404 for an unknown record
 */
export function draftRecords(entity: Entity, elements: readonly BoundFields[], world: World): Draft[] {
  const pending = new Map<number, Row>();
  return elements.map((sent) => {
    const before = recordToUpdate(entity, numberIn(sent.stored, 'id'), pending, world);
    const draft = { row: merged(entity, before, sent, world), sent, before };
    entity.prepare?.(draft, world);
    requireFields(entity, draft.row);
    if (before) pending.set(before.id, draft.row);
    return draft;
  });
}

function recordToUpdate(
  entity: Entity,
  id: number,
  pending: ReadonlyMap<number, Row>,
  world: World,
): Row | undefined {
  if (id <= 0) return undefined;
  const found = pending.get(id) ?? world.tenant.find(entity.collection, id);
  if (found && (entity.serves?.(found, world) ?? true)) return found;
  const answer = world.switches.get('unknownIdOnUpdate');
  if (answer === 'notFound') throw notFound();
  if (answer === 'badRequest') throw ruleError(`There is no ${entity.route} with id ${id}.`);
  return undefined;
}

function merged(entity: Entity, before: Row | undefined, sent: BoundFields, world: World): Row {
  const row = createRow({ ...(before ?? entity.defaults), ...sent.stored }, before?.id ?? 0);
  if (entity.customFieldsOf !== undefined) {
    const values = rowsIn(sent.request, 'customfields');
    row['customfields'] = mergeCustomFields(entity.customFieldsOf, before, values, world);
  }
  return row;
}

function requireFields(entity: Entity, row: Row): void {
  for (const field of entity.required ?? []) {
    const value = row[field];
    const missing =
      value === undefined ||
      value === null ||
      value === 0 ||
      (typeof value === 'string' && value.trim() === '');
    if (missing) throw ruleError(`${field} must be specified.`);
  }
}
