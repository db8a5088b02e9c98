import { isZero, round } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Reason } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { SelectedLine } from './selected-line.js';

/** Key of the line that carries the document's freight. */
export const freightKey = 'freight';

/** The document's freight as a line of its own; undefined when there is none. */
export function freightLine(document: QuoteDocument, policy: PushPolicy): SelectedLine | undefined {
  const { amount, cost, taxable } = document.freight;
  if (isZero(amount)) return undefined;
  const reason: Reason = { from: 'document', at: 'ShippingAmount', text: 'freight of the document' };
  return {
    key: freightKey,
    kind: 'text',
    name: policy.quote.freightName,
    note: '',
    quantity: '1',
    price: amount,
    cost,
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
    taxCode: taxable ? 'Y' : 'N',
    inSubtotal: false,
    amount: round(amount),
    reasons: { kind: reason, quantity: reason, price: reason, billingPeriod: reason, optional: reason },
  };
}
