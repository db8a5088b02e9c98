import type { FieldValues } from '../contract/field-port.js';
import type { ContactOperation } from '../plan/operation.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { BeforeContact } from '../state/before-image-store.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { restoreFields } from './restore-fields.js';
import { joinDrafts, leftAlone, nothingToUndo, type UndoDraft } from './undo-draft.js';
import { undoReasons } from './undo-reasons.js';

/** What DataLink wrote into the client and the user. */
export async function undoContacts(
  context: PlanContext,
  records: readonly BeforeContact[],
): Promise<UndoDraft> {
  const drafts: UndoDraft[] = [];
  for (const record of records) drafts.push(await undoContact(context, record));
  return joinDrafts(...drafts);
}

async function undoContact(context: PlanContext, record: BeforeContact): Promise<UndoDraft> {
  const { object, id, name } = record;
  const port = context.contactManager.fields;
  if (port === undefined || id === undefined) return nothingToUndo;
  const now = await port.read(object, id, Object.keys(record.wrote), callOptions(context));
  if (now === undefined) return leftAlone(object, `“${name}” is no longer in the PSA.`);
  // Empty text is how DataLink says that nothing stands there.
  const before = Object.fromEntries(
    Object.keys(record.wrote).map((field) => [field, record.before[field] ?? '']),
  );
  const restored = restoreFields({ ...record, before }, now);
  const warnings = leftWarnings(object, restored.left, `“${name}”: `);
  const wanted = restored.wanted as FieldValues;
  if (Object.keys(wanted).length === 0) return { operations: [], warnings };
  const operation: ContactOperation = {
    kind: 'contact',
    action: 'update',
    object,
    id,
    name,
    wanted,
    before: restored.before as FieldValues,
    reasons: Object.fromEntries(Object.keys(wanted).map((field) => [field, undoReasons.stoodBefore])),
    ...(restored.left.length === 0 ? {} : { kept: keptFields(restored.left) }),
    image: wanted,
  };
  return { operations: [operation], warnings };
}
