import type { Clock } from '../base/clock.js';
import type { CallOptions } from '../contract/call-options.js';
import type { ItemPort } from '../contract/item-port.js';
import type { Item } from '../contract/records.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { StateStore } from '../state/state-store.js';
import { bestMatches } from './best-matches.js';

/** From the create of a product to the end of the check whether another machine has created it, too. */
const settleMilliseconds = [1_000, 2_000] as const;

interface Search extends CallOptions {
  readonly port: ItemPort;
  readonly state: StateStore;
  readonly connection: string;
  readonly clock: Clock;
  /** Keys of numbers whose product a push of this state was creating when it was cut off. */
  readonly unsettled: ReadonlySet<string>;
}

/**
 * The products of each number: as the item cache has them, else as the PSA does. A number that several products carry by the
 * cache is looked up again, because all but one may be gone, and so is one whose creation was never checked. Several that say the same are machines that are creating the same
 * product at this moment; all but the first go away again, and are given the time to.
 */
export async function findItems(
  numbers: readonly string[],
  search: Search,
): Promise<{
  readonly cached: ReadonlyMap<string, readonly Item[]>;
  readonly searched: ReadonlyMap<string, readonly Item[]>;
}> {
  const { state, connection, clock, unsettled, signal } = search;
  const remembered = await state.itemsByNumber(connection, numbers);
  const cached = new Map(
    [...remembered].filter(
      ([number, items]) => !unsettled.has(itemNumberKey(number)) && bestMatches(number, items).length === 1,
    ),
  );
  let searched = await ask(
    numbers.filter((number) => !cached.has(number)),
    search,
    [...remembered.values()].flat(),
  );
  for (const wait of settleMilliseconds) {
    const twins = [...searched].filter(([number, items]) => areTwins(bestMatches(number, items)));
    if (twins.length === 0) break;
    await clock.sleep(wait, signal);
    const again = await ask(
      twins.map(([number]) => number),
      search,
      twins.flatMap(([, items]) => items),
    );
    searched = new Map([...searched].map(([number, items]) => [number, again.get(number) ?? items]));
  }
  return { cached, searched };
}

/** Asks the PSA, and forgets what is remembered of those numbers and no longer there. */
async function ask(
  numbers: readonly string[],
  { port, state, connection, signal }: Search,
  remembered: readonly Item[],
): Promise<ReadonlyMap<string, readonly Item[]>> {
  if (numbers.length === 0) return new Map();
  const { found, seen } = await port.findByNumbers(numbers, signal === undefined ? {} : { signal });
  const there = new Set([...seen, ...[...found.values()].flat()].map(({ id }) => id));
  const asked = new Set(numbers);
  const gone = remembered.filter(
    (item) => !there.has(item.id) && item.numbers.some((number) => asked.has(number)),
  );
  if (gone.length > 0)
    await state.forgetItems(
      connection,
      gone.map(({ id }) => id),
    );
  await state.putItems(connection, seen);
  return found;
}

/** Only machines of ours create several that say the same. */
export function areTwins([first, ...others]: readonly Item[]): boolean {
  if (first === undefined || others.length === 0) return false;
  const { name, description, price } = first;
  return others.every(
    (item) => item.name === name && item.description === description && item.price === price,
  );
}
