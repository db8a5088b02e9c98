import type { Item, ItemUpdate } from '../contract/records.js';
import type { ItemUpdateOperation } from '../plan/operation.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { heldIn } from '../resolve/held-in.js';
import { operationsByKind } from './operations-by-kind.js';
import { valueText } from './stale-findings.js';
import { existsNow, stale } from './stale-plan.js';

/** Products that are to be created must not exist by now, and those to be brought up to date must be as they were. */
export async function verifyItems(context: PlanContext, plan: Plan): Promise<void> {
  const { items, itemUpdates } = operationsByKind(plan);
  const numbers = [...items.map(({ item }) => item.number), ...itemUpdates.map(({ number }) => number)];
  if (numbers.length === 0) return;
  const findings = await context.contactManager.items?.findByNumbers(numbers, callOptions(context));
  if (findings === undefined) return;
  // What is remembered of them may be what made the plan wrong.
  await context.state.putItems(context.connection, findings.seen);
  const created = items.find(({ item }) => (findings.found.get(item.number) ?? []).length > 0);
  if (created !== undefined) throw existsNow('product', created.item.number);
  for (const update of itemUpdates) verifyUpdate(update, findings.found.get(update.number) ?? []);
}

function verifyUpdate({ id, number, wanted, before }: ItemUpdateOperation, found: readonly Item[]): void {
  const now = found.find((item) => item.id === id);
  if (now === undefined) throw stale(`The product ${number} is no longer in the PSA.`);
  const fields = Object.keys(wanted) as readonly (keyof ItemUpdate)[];
  // A field that this answer does not show says nothing.
  const changed = fields.find((field) => now[field] !== undefined && now[field] !== heldIn(before, field));
  if (changed === undefined) return;
  const values = `${changed} ${valueText(heldIn(before, changed))} → ${valueText(heldIn(now, changed))}`;
  throw stale(`The product ${number} was changed in the PSA (${values}).`);
}
