import { itemNumberKey } from '../state/item-number-key.js';
import type { Intent } from '../state/state-store.js';

/** Keys of the numbers whose products were being created when a push was cut off: nobody has checked whether another machine did, too. */
export function unsettledItems(intents: readonly Intent[]): ReadonlySet<string> {
  const creating = intents.filter(({ operation }) => operation === 'items');
  return new Set(creating.flatMap(({ marker }) => marker.split('\n').map(itemNumberKey)));
}
