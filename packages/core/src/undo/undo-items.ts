import type { ItemUpdateOperation } from '../plan/operation.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { BeforeItem } from '../state/before-image-store.js';
import { keptFields, leftWarnings } from './left-fields.js';
import { restoreFields } from './restore-fields.js';
import { joinDrafts, leftAlone, nothingToUndo, type UndoDraft } from './undo-draft.js';
import { undoReasons } from './undo-reasons.js';

/** Products that a push created stay; those that it brought up to date become again what they were. */
export async function undoItems(context: PlanContext, records: readonly BeforeItem[]): Promise<UndoDraft> {
  const created = records.filter((record) => record.created).map(({ number }) => number);
  const changed = records.filter((record) => !record.created);
  return joinDrafts(
    created.length === 0 ? nothingToUndo : leftAlone('items', staying(created)),
    await undoChanges(context, changed),
  );
}

function staying(numbers: readonly string[]): string {
  const some = numbers.slice(0, 5).join(', ');
  const named = numbers.length > 5 ? `${some} and ${numbers.length - 5} more` : some;
  const [what, verb] = numbers.length === 1 ? ['product', 'stays'] : ['products', 'stay'];
  return `The ${what} ${named} that the push created ${verb}: other quotes may use them by now, and the catalogue belongs to all.`;
}

async function undoChanges(context: PlanContext, records: readonly BeforeItem[]): Promise<UndoDraft> {
  const port = context.contactManager.items;
  if (records.length === 0 || port === undefined) return nothingToUndo;
  const { found, seen } = await port.findByNumbers(
    records.map(({ number }) => number),
    callOptions(context),
  );
  await context.state.putItems(context.connection, seen);
  return joinDrafts(
    ...records.map((record): UndoDraft => {
      const { id = '', number, name } = record;
      const now = found.get(number)?.find((item) => item.id === id);
      if (now === undefined) return leftAlone('items', `The product ${number} is no longer in the PSA.`);
      const { wanted, before, left } = restoreFields(record, now);
      const warnings = leftWarnings(`item ${number}`, left);
      if (Object.keys(wanted).length === 0) return { operations: [], warnings };
      const operation: ItemUpdateOperation = {
        kind: 'itemUpdate',
        action: 'update',
        id,
        number,
        name,
        wanted: wanted,
        before: before,
        reasons: Object.fromEntries(Object.keys(wanted).map((field) => [field, undoReasons.stoodBefore])),
        ...(left.length === 0 ? {} : { kept: keptFields(left) }),
      };
      return { operations: [operation], warnings };
    }),
  );
}
