import type { Item, RecordId } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ItemOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { withLease } from '../state/lease.js';
import { onlyOne } from './only-one.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { isUnclear } from './create-once.js';

const mostTries = 4;
const settleMilliseconds = 1_000;

/**
 * Creates the missing products in one call. One process of the state does so at a time, so that two documents that lack
 * the same product do not both create it.
 */
export async function applyItems(
  context: ApplyContext,
  operations: readonly ItemOperation[],
): Promise<ReadonlyMap<string, RecordId>> {
  if (operations.length === 0) return new Map();
  const { state, clock, owner, connection } = context;
  const onWait = (): void => context.report('Waiting for another process that is creating products');
  return withLease({ state, clock, owner, name: `items:${connection}`, onWait }, () =>
    createMissing(context, operations),
  );
}

/**
 * After an unclear answer the PSA is asked for the numbers, and only what is really missing is created again: an item
 * number is its own marker.
 */
async function createMissing(
  context: ApplyContext,
  operations: readonly ItemOperation[],
): Promise<ReadonlyMap<string, RecordId>> {
  const port = context.contactManager.items;
  if (port === undefined) {
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection has no products.');
  }
  const created = new Map<string, RecordId>();
  let missing = operations.map((operation) => operation.item);
  const take = (found: ReadonlyMap<string, readonly Item[]>): void => {
    for (const item of missing) {
      const match = onlyOne(found.get(item.number) ?? [], `the product ${item.number}`);
      if (match !== undefined) created.set(itemNumberKey(item.number), match.id);
    }
    missing = missing.filter((item) => !created.has(itemNumberKey(item.number)));
  };
  const numbers = (): readonly string[] => missing.map((item) => item.number);
  take(await context.state.itemsByNumber(context.connection, numbers()));
  if (missing.length === 0) return created;

  context.report(`Creating ${missing.length} ${missing.length === 1 ? 'product' : 'products'}`);
  const intent = await openIntent(context, 'items', numbers().join('\n'));
  for (let tries = 1; missing.length > 0; tries += 1) {
    try {
      const items = await port.createMany(missing, callOptions(context));
      await context.state.putItems(context.connection, items);
      take(new Map(missing.map(({ number }, index) => [number, items.slice(index, index + 1)])));
      break;
    } catch (error) {
      const unclear = isUnclear(error);
      if (!unclear) await commit(context, { closeIntents: [intent.id] });
      if (!unclear || tries >= mostTries) throw error;
      context.report('The answer about the products did not arrive; looking up which of them exist');
      await context.clock.sleep(settleMilliseconds, context.signal);
      const { found, seen } = await port.findByNumbers(numbers(), callOptions(context));
      await context.state.putItems(context.connection, seen);
      take(found);
    }
  }
  await commit(context, { closeIntents: [intent.id] });
  return created;
}
