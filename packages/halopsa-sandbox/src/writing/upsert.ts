import type { Draft, Entity } from '../entities/entity.js';
import { bindFields, type BindingProblems, type BoundFields } from '../fields/bind-fields.js';
import { addExternalLink } from '../fields/external-links.js';
import { apiDate } from '../fields/api-date.js';
import { bindingError, truncationError } from '../http/api-error.js';
import { showRow } from '../listing/show-row.js';
import { createRow, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { draftRecords } from './draft-records.js';

export interface UpsertAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Whether any record was stored. */
  readonly stored: boolean;
}

/**
 * `POST /{Entity}` with an array: no id or 0 creates, an id updates the fields sent. Either every element is valid
 * and all are stored, or nothing is.
 * @throws {ApiError} 400 in one of its shapes, 404 for an update of an unknown record
 */
export function upsert(entity: Entity, body: unknown, world: World): UpsertAnswer {
  const drafts = draftRecords(entity, bindAll(entity, body, world), world);
  if (drafts.some(({ sent }) => asksToValidateOnly(sent.request))) {
    const shown = drafts.map(({ row }) => showRow(entity, row, world, 'answer'));
    return { status: 200, body: answer(shown, world), stored: false };
  }
  const results = drafts.map((draft) => warned(entity, draft, world) ?? store(entity, draft, world));
  const stored = results.some((row) => row['_warning'] === undefined);
  return { status: world.switches.get('createdStatus'), body: answer(results, world), stored };
}

/** Tickets spell it `_validate_only`, quotes `_validateonly`. */
export function asksToValidateOnly(request: Readonly<Record<string, unknown>>): boolean {
  return request['_validate_only'] === true || request['_validateonly'] === true;
}

/** @throws {ApiError} 400 listing every field that did not bind, or the first text that is too long */
export function bindAll(entity: Pick<Entity, 'fields'>, body: unknown, world: World): BoundFields[] {
  if (!Array.isArray(body)) {
    throw bindingError([['$', ['Could not convert the value to a list: send an array of objects.']]]);
  }
  const problems: BindingProblems = { messages: new Map() };
  const keepUnknown = world.switches.get('unknownFields') === 'keep';
  const bound = body.map((element, index) =>
    bindFields(entity.fields, element, `[${index}]`, keepUnknown, problems),
  );
  if (problems.messages.size > 0) throw bindingError(problems.messages);
  if (problems.tooLong !== undefined) throw truncationError(problems.tooLong);
  return bound;
}

function warned(entity: Entity, draft: Draft, world: World): Row | undefined {
  if (draft.sent.request['_force'] === true) return undefined;
  const warning = entity.warning?.(draft, world);
  if (warning === undefined) return undefined;
  return createRow({ ...showRow(entity, draft.row, world, 'answer'), _warning: warning });
}

function store(entity: Entity, draft: Draft, world: World): Row {
  const collection = world.tenant.in(entity.collection);
  if (draft.before === undefined) draft.row.id = collection.nextId();
  addExternalLink(draft.row, draft.sent.request['new_external_link'], apiDate(world.now()));
  collection.store(draft.row);
  entity.stored?.(draft, world);
  return showRow(entity, draft.row, world, 'answer');
}

/** One element answers an object; what several answer is a switch. */
export function answer(shown: readonly Row[], world: World): unknown {
  const single =
    shown.length === 1 || (shown.length > 1 && world.switches.get('multiPostAnswer') === 'first');
  return single ? shown[0] : shown;
}
