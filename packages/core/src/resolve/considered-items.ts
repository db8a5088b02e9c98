import type { Item } from '../contract/records.js';
import type { Considered } from '../plan/reason.js';
import { itemNumberKey } from '../state/item-number-key.js';

/** At most that many products are named. */
const mostCandidates = 10;

export interface ItemLook {
  readonly number: string;
  /** What the item cache has under the number; undefined: nothing. */
  readonly cached: readonly Item[] | undefined;
  /** What the PSA has under it; undefined: it was not asked. */
  readonly searched: readonly Item[] | undefined;
  /** Those that are left when active ones and first numbers go before others. */
  readonly best: readonly Item[];
}

/** Where the product of a number was looked for, and why each of those found is meant or not. */
export function consideredItems({ number, cached, searched, best }: ItemLook): readonly Considered[] {
  const only = best.length === 1 ? best[0] : undefined;
  const taken = (item: Item): boolean => item.id === only?.id;
  const candidates = (items: readonly Item[], at: string): readonly Considered[] =>
    items.slice(0, mostCandidates).map((item) => ({
      candidate: `${item.name} (${item.id})`,
      at,
      taken: taken(item),
      why: why(item, number, items),
    }));
  if (cached !== undefined) return candidates(cached, 'item cache');
  const uncached: Considered = {
    candidate: number,
    at: 'item cache',
    taken: false,
    why: 'no product of the cache carries this number',
  };
  if (searched === undefined || searched.length === 0) {
    return [
      uncached,
      { candidate: number, at: 'search in the PSA', taken: false, why: 'no product carries this number' },
    ];
  }
  return [uncached, ...candidates(searched, 'search in the PSA')];
}

function why(item: Item, number: string, all: readonly Item[]): string {
  const key = itemNumberKey(number);
  const place = item.numbers.findIndex((entry) => itemNumberKey(entry) === key);
  const which =
    place <= 0 ? 'carries the number' : `carries the number in its ${ordinal(place)} field for numbers`;
  const isBehind = item.inactive && all.some((other) => !other.inactive);
  return isBehind ? `${which}, but is inactive` : which;
}

function ordinal(place: number): string {
  return ['first', 'second', 'third'][place] ?? `${place + 1}th`;
}
