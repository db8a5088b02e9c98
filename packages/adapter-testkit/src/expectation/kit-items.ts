import type { ItemPort, NewItem } from '@quotebridge/core/plugin';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from './given.js';

export function itemsOf({ contactManager }: Pick<ConformanceSubject, 'contactManager'>): ItemPort {
  return given(contactManager.items, 'port “items” (an adapter without it says so in `without`)');
}

/** So many products to be created, with numbers that are not in order. */
export function newItems({ samples }: ConformanceSubject, count: number, price = '19.9'): readonly NewItem[] {
  const classification = given(samples.classification, 'samples.classification');
  return Array.from({ length: count }, (_, index) => {
    const number = `KIT-${String((index * 7) % count).padStart(3, '0')}-${count}`;
    const texts = { number, name: `Made by the kit ${number}`, description: `“${number}” & more` };
    return { ...texts, classification, cost: '10.5', price, billingPeriod: 'oneOff', nature: 'product' };
  });
}
