import type { RecordId } from '../contract/records.js';
import type { ItemUpdateOperation, QuoteOperation } from '../plan/operation.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { PushResult } from './push-result.js';

/** Each product of the quote once, found, created or brought up to date. */
export function itemResults(
  quote: QuoteOperation | undefined,
  created: ReadonlyMap<string, RecordId>,
  updates: readonly ItemUpdateOperation[],
): PushResult['items'] {
  const updated = new Set(updates.map(({ id }) => id));
  const results = new Map<string, PushResult['items'][number]>();
  for (const line of quote?.lines ?? []) {
    const { wanted, createsItem } = line;
    const number = createsItem ?? wanted?.itemNumber ?? '';
    const id = createsItem === undefined ? wanted?.itemId : created.get(itemNumberKey(createsItem));
    if (number === '' || typeof id !== 'string' || results.has(itemNumberKey(number))) continue;
    const known = updated.has(id) ? 'updated' : 'matched';
    results.set(itemNumberKey(number), { number, id, action: createsItem === undefined ? known : 'created' });
  }
  return [...results.values()];
}
