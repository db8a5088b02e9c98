import type { QuoteLineFields } from '@quotebridge/core/plugin';

/** A plain line, with what a test changes. */
export function lineFields(fields: Partial<QuoteLineFields> = {}): QuoteLineFields {
  return {
    kind: 'text',
    position: 1,
    itemId: null,
    itemNumber: 'NUM-1',
    name: 'A line',
    note: '',
    quantity: '2',
    price: '10.5',
    cost: '7.25',
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
    ...fields,
  };
}
