import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ItemUpdateOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { ApplyContext } from './apply-context.js';
import { updateSurely } from './update-surely.js';

/** Brings products up to date in one call; the item cache learns what the PSA answers. */
export async function updateItems(
  context: ApplyContext,
  operations: readonly ItemUpdateOperation[],
): Promise<void> {
  if (operations.length === 0) return;
  const port = context.contactManager.items;
  if (port?.updateMany === undefined) {
    throw new QuotebridgeError('capability.unsupported', 'The products of this PSA cannot be changed.');
  }
  const count = operations.length;
  context.report(`Updating ${count} ${count === 1 ? 'product' : 'products'}`);
  const updates = operations.map(({ id, wanted }) => ({ id, fields: wanted }));
  const items = await updateSurely(
    context,
    async () => port.updateMany?.(updates, callOptions(context)) ?? [],
  );
  await context.state.putItems(context.connection, items);
}
