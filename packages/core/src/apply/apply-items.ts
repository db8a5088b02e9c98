import type { Item, RecordId } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ItemOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { isUnclear } from './create-once.js';

/**
 * Creates the missing products in one call. After an unclear answer the PSA is asked for their numbers, and only what is
 * really missing is created again: an item number is its own marker.
 */
export async function applyItems(
  context: ApplyContext,
  operations: readonly ItemOperation[],
): Promise<ReadonlyMap<string, RecordId>> {
  const port = context.contactManager.items;
  const created = new Map<string, RecordId>();
  if (operations.length === 0) return created;
  if (port === undefined)
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection has no products.');

  context.report(`Creating ${operations.length} ${operations.length === 1 ? 'product' : 'products'}`);
  const intent = await openIntent(context, 'items', operations.map(({ item }) => item.number).join('\n'));
  let missing = operations.map((operation) => operation.item);
  const remember = async (items: readonly Item[]): Promise<void> => {
    await context.state.putItems(context.connection, items);
  };
  for (let tries = 1; missing.length > 0; tries += 1) {
    try {
      const items = await port.createMany(missing, callOptions(context));
      await remember(items);
      for (const [index, item] of items.entries()) {
        const number = missing[index]?.number;
        if (number !== undefined) created.set(itemNumberKey(number), item.id);
      }
      break;
    } catch (error) {
      if (!isUnclear(error) || tries >= 4) {
        if (!isUnclear(error)) await commit(context, { closeIntents: [intent.id] });
        throw error;
      }
      context.report('The answer about the products did not arrive; looking up which of them exist');
      await context.clock.sleep(1_000, context.signal);
      const { found, seen } = await port.findByNumbers(
        missing.map((item) => item.number),
        callOptions(context),
      );
      await remember(seen);
      for (const item of missing) {
        const [match] = found.get(item.number) ?? [];
        if (match !== undefined) created.set(itemNumberKey(item.number), match.id);
      }
      missing = missing.filter((item) => !created.has(itemNumberKey(item.number)));
    }
  }
  await commit(context, { closeIntents: [intent.id] });
  return created;
}
