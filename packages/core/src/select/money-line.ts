import { multiply, round, zero } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import { keyOf, type Group } from './group.js';
import { lineLabel, lineNote } from './line-label.js';
import type { SelectedLine } from './selected-line.js';
import { unitPrice } from './unit-price.js';

/** A line that carries money: a product, or a discount or charge with the amount that the document states. */
export function moneyLine(
  line: DocumentLine,
  group: Group | undefined,
  optional: boolean,
  kind: 'item' | 'text',
  because: string,
): SelectedLine | { readonly fault: string } {
  const lump = kind === 'text';
  const price = lump
    ? {
        price: line.extendedPrice ?? multiply(line.quantity, line.unitPrice),
        reason: {
          from: 'document',
          at: 'ExtendedPrice',
          text: 'the amount that the document states',
        } as const,
      }
    : unitPrice(line);
  if ('fault' in price) return price;
  const quantity = lump ? '1' : multiply(line.quantity, line.groupQuantity);
  const unit = lump ? multiply(price.price, line.groupQuantity) : price.price;
  const period = line.recurrence?.period;
  return {
    key: line.key,
    kind,
    source: line,
    name: lineLabel(line),
    note: lineNote(line),
    quantity,
    price: unit,
    cost: lump ? zero : line.unitCost,
    billingPeriod: period ?? 'oneOff',
    optional,
    groupKey: keyOf(group, line),
    taxCode: line.taxCode,
    inSubtotal: !optional && (line.recurrence === undefined || line.recurrence.firstPaymentIncluded),
    amount: round(multiply(quantity, unit)),
    reasons: {
      kind: { from: 'rule', at: 'line-selection', text: because },
      quantity:
        line.groupQuantity === '1'
          ? { from: 'document', at: 'QtyTotal', text: 'the quantity of the line' }
          : {
              from: 'document',
              at: 'QtyTotal',
              text: `${line.quantity} per group × ${line.groupQuantity} groups`,
            },
      price: price.reason,
      billingPeriod:
        period === undefined
          ? { from: 'document', text: 'the line does not recur' }
          : { from: 'document', at: 'RecurringBillingCycle', text: `billed ${period}` },
      optional: optional
        ? { from: 'document', at: 'LineAttributes', text: 'an option that is not selected' }
        : { from: 'document', at: 'LineAttributes', text: 'no option, or a selected one' },
    },
  };
}
