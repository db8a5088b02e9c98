import type { Item } from '../contract/records.js';
import { itemNumberKey } from '../state/item-number-key.js';

/** Active products go before inactive ones, and those whose first number it is before the others. */
export function bestMatches(number: string, items: readonly Item[]): readonly Item[] {
  const active = items.filter((item) => !item.inactive);
  const pool = active.length > 0 ? active : items;
  const key = itemNumberKey(number);
  const rank = (item: Item): number => item.numbers.findIndex((entry) => itemNumberKey(entry) === key);
  const best = Math.min(...pool.map(rank));
  return pool.filter((item) => rank(item) === best);
}
