import type { RecordId } from '../contract/records.js';
import type { QuoteOperation } from '../plan/operation.js';
import { itemNumberKey } from '../state/item-number-key.js';
import type { PushResult } from './push-result.js';

/** Each product of the quote once, found or created. */
export function itemResults(
  quote: QuoteOperation | undefined,
  created: ReadonlyMap<string, RecordId>,
): PushResult['items'] {
  const results = new Map<string, PushResult['items'][number]>();
  for (const line of quote?.lines ?? []) {
    const { wanted, createsItem } = line;
    const number = createsItem ?? wanted?.itemNumber ?? '';
    const id = createsItem === undefined ? wanted?.itemId : created.get(itemNumberKey(createsItem));
    if (number === '' || typeof id !== 'string' || results.has(number)) continue;
    results.set(number, { number, id, action: createsItem === undefined ? 'matched' : 'created' });
  }
  return [...results.values()];
}
