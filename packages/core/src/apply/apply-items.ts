import type { ItemPort } from '../contract/item-port.js';
import type { Item, NewItem, RecordId } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ItemOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { withLease } from '../state/lease.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { isUnclear } from './create-once.js';
import { keepFirstItems } from './keep-first-items.js';

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
  const port = context.contactManager.items;
  if (port === undefined) {
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection has no products.');
  }
  const { state, clock, owner, connection } = context;
  const onWait = (): void => context.report('Waiting for another process that is creating products');
  return withLease({ state, clock, owner, name: `items:${connection}`, onWait }, () =>
    createMissing(
      context,
      port,
      operations.map(({ item }) => item),
    ),
  );
}

/**
 * After an unclear answer the PSA is asked for the numbers, and only what is really missing is created again: an item
 * number is its own marker. After a clear one it is asked, too: another machine may have created the same products in the
 * same instant.
 */
async function createMissing(
  context: ApplyContext,
  port: ItemPort,
  wanted: readonly NewItem[],
): Promise<ReadonlyMap<string, RecordId>> {
  const taken = new Map<string, RecordId>();
  const take = (items: ReadonlyMap<string, Item>): void => {
    for (const [number, { id }] of items) taken.set(itemNumberKey(number), id);
  };
  const missing = (): readonly NewItem[] => wanted.filter(({ number }) => !taken.has(itemNumberKey(number)));
  take(await cachedSince(context, wanted));
  if (missing().length === 0) return taken;

  const count = missing().length;
  context.report(`Creating ${count} ${count === 1 ? 'product' : 'products'}`);
  const numbers = missing().map(({ number }) => number);
  const intent = await openIntent(context, 'items', numbers.join('\n'));
  for (let tries = 1; missing().length > 0; tries += 1) {
    try {
      take(await createAll(context, port, missing()));
    } catch (error) {
      const unclear = isUnclear(error);
      if (!unclear) await commit(context, { closeIntents: [intent.id] });
      if (!unclear || tries >= mostTries) throw error;
      context.report('The answer about the products did not arrive; looking up which of them exist');
      await context.clock.sleep(settleMilliseconds, context.signal);
      take(await keepFirstItems(context, port, missing(), new Map()));
    }
  }
  await commit(context, { closeIntents: [intent.id] });
  return taken;
}

async function createAll(
  context: ApplyContext,
  port: ItemPort,
  wanted: readonly NewItem[],
): Promise<ReadonlyMap<string, Item>> {
  const items = await port.createMany(wanted, callOptions(context));
  const created = new Map(
    wanted.flatMap(({ number }, index) => {
      const item = items[index];
      return item === undefined ? [] : [[number, item] as const];
    }),
  );
  // Known from now on: a crash before the next answer must not make them twice.
  await context.state.putItems(context.connection, items);
  return keepFirstItems(context, port, wanted, created);
}

/** Another process of this state may have created some of them while this one waited for its turn. */
async function cachedSince(
  context: ApplyContext,
  wanted: readonly NewItem[],
): Promise<ReadonlyMap<string, Item>> {
  const cached = await context.state.itemsByNumber(
    context.connection,
    wanted.map(({ number }) => number),
  );
  return new Map(
    [...cached].flatMap(([number, [first]]) => (first === undefined ? [] : [[number, first] as const])),
  );
}
