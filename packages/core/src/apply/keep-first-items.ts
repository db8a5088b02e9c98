import type { ItemPort } from '../contract/item-port.js';
import type { Item, NewItem } from '../contract/records.js';
import { callOptions } from '../plan/plan-context.js';
import type { ApplyContext } from './apply-context.js';
import { removeSpares } from './keep-first.js';

/**
 * What all machines keep of the products that carry the numbers: the first of each in the order of the PSA. What was
 * created here a moment ago and is not the first is deleted again. Numbers that nobody carries are not in the answer.
 *
 * @param created by number; after an answer that did not arrive nothing is known to be ours, and what says the same as
 *   the wanted product is
 */
export async function keepFirstItems(
  context: ApplyContext,
  port: ItemPort,
  wanted: readonly NewItem[],
  created: ReadonlyMap<string, Item>,
): Promise<ReadonlyMap<string, Item>> {
  const numbers = wanted.map(({ number }) => number);
  const { found, seen } = await port.findByNumbers(numbers, callOptions(context));
  const kept = new Map<string, Item>();
  const spares = new Set<string>();
  for (const item of wanted) {
    const { number } = item;
    const own = created.get(number);
    const [first = own, ...others] = found.get(number) ?? [];
    if (first === undefined) continue;
    kept.set(number, first);
    const spare = own === undefined ? others.filter((other) => isAnswerTo(other, item)) : [own];
    for (const { id } of spare) {
      if (id === first.id) continue;
      spares.add(id);
      await removeSpares(
        context,
        { operation: `product ${number}`, remove: remover(context, port) },
        [{ id }],
        first.id,
      );
    }
  }
  await context.state.forgetItems(context.connection, [...spares]);
  const known = [...seen, ...kept.values()].filter(({ id }) => !spares.has(id));
  await context.state.putItems(context.connection, known);
  return kept;
}

function remover(context: ApplyContext, port: ItemPort): ((id: string) => Promise<void>) | undefined {
  return port.remove === undefined ? undefined : async (id) => port.remove?.(id, callOptions(context));
}

/** Only a machine of ours writes just this. */
function isAnswerTo(item: Item, wanted: NewItem): boolean {
  return (
    item.numbers.includes(wanted.number) &&
    item.price === wanted.price &&
    item.description === wanted.description
  );
}
