import type { QuoteFields, QuoteLineFields, QuoteLineWrite, StoredQuote } from '@quotebridge/core/plugin';
import { lineFields } from './line-fields.js';

/** Every header field, for a client, user and agent of the sandbox's built-in tenant. */
export function quoteHeader(opportunityId: string): QuoteFields {
  return {
    opportunityId,
    title: 'Office move, phase 1',
    description: 'First line\nSecond line',
    clientId: '101',
    siteId: '201',
    userId: '301',
    ownerId: '3',
    statusId: '1',
    date: '2026-11-01',
    expiresOn: '2026-12-01',
    purchaseOrder: 'PO-77',
    billingAddress: { lines: ['1 Main St', 'Floor 2', '', 'Springfield'], postalCode: '01101' },
    deliveryAddress: { lines: ['Dock 4'], postalCode: '' },
    currencyId: '1',
    linked: { risk: 'None', CFQuotingToolReference: 'AAAQ1001' },
  };
}

/** To see what DataLink wrote. */
export const linkedNames = { quotes: ['risk', 'CFQuotingToolReference'], lineItems: ['CFLineReference'] };

/** A group, all billing periods, an option, all kinds of tax, a negative line. Items 1001 and 1002 are the sandbox's. */
export const quoteLines: Readonly<Record<string, QuoteLineFields>> = Object.fromEntries(
  Object.entries<Partial<QuoteLineFields>>({
    group: { kind: 'heading', name: 'Workplace', quantity: '1', price: '0', cost: '0' },
    laptop: {
      kind: 'item',
      itemId: '1001',
      price: '1399.99',
      taxId: '2',
      groupKey: 'group',
      note: 'two\nlines',
    },
    docking: {
      kind: 'item',
      itemId: '1002',
      quantity: '0.25',
      price: '99.95',
      taxId: null,
      groupKey: 'group',
    },
    backup: { billingPeriod: 'monthly', price: '12.345', taxId: '5' },
    domain: { billingPeriod: 'yearly', price: '15' },
    watch: { billingPeriod: 'weekly', price: '3.5' },
    review: { billingPeriod: 'quarterly', price: '250', taxId: '3' },
    option: { optional: true, price: '80', taxId: '2' },
    discount: { price: '-100', quantity: '1', cost: '0', taxId: null, itemNumber: '' },
    second: { kind: 'heading', name: 'Section two', quantity: '1', price: '0', cost: '0' },
    member: { groupKey: 'second', price: '0' },
  }).map(([key, fields], index) => [key, lineFields({ name: key, position: index + 1, ...fields })]),
);

/** The lines as creates. */
export function creates(lines: Readonly<Record<string, QuoteLineFields>>): readonly QuoteLineWrite[] {
  return Object.entries(lines).map(([key, fields]) => ({ action: 'create', key, fields }));
}

/** A quote reduced to what can be compared with wanted lines. */
export function comparable(quote: StoredQuote | undefined): Readonly<Record<string, unknown>> {
  const names = Object.keys(lineFields()).concat('taxId');
  return Object.fromEntries<unknown>(
    (quote?.lines ?? []).map((line) => [
      line.key ?? line.name ?? line.id,
      Object.fromEntries(Object.entries(line).filter(([name]) => names.includes(name))),
    ]),
  );
}

/** The wanted lines as a read shows them: a tax that is left to the PSA is whatever the PSA says. */
export function comparableWanted(
  wanted: Readonly<Record<string, QuoteLineFields>>,
  quote: StoredQuote,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, fields]) => {
      const stored = quote.lines?.find((line) => line.key === key);
      return [
        key,
        fields.taxId === undefined && stored?.taxId !== undefined
          ? { ...fields, taxId: stored.taxId }
          : fields,
      ];
    }),
  );
}
