import { amount, toCents, type Amount } from '../money/amount.js';
import { isSet, numberIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { lineTax, type LineTax } from './line-tax.js';

/** What a line comes to. Halo's own reports multiply quantity by price. */
export interface LineTotals {
  readonly net: Amount;
  readonly tax: Amount;
  readonly cost: Amount;
  readonly discount: Amount;
  readonly taxation: LineTax;
}

export function lineTotals(line: Row, quote: Row, world: World): LineTotals {
  const zero = amount(0);
  const taxation = lineTax(line, quote, world);
  if (isSet(line, 'isgroupdesc')) return { net: zero, tax: zero, cost: zero, discount: zero, taxation };
  const quantity = amount(numberIn(line, 'quantity'));
  const listed = quantity.times(numberIn(line, 'price'));
  const reduction = listed.times(numberIn(line, 'discount_perc')).dividedBy(100);
  const subtracts = world.switches.get('lineDiscount') === 'subtract';
  const net = subtracts ? listed.minus(reduction) : listed;
  const exactTax = net.times(taxation.rate).dividedBy(100);
  const tax = world.switches.get('taxRounding') === 'line' ? toCents(exactTax) : exactTax;
  const cost = quantity.times(numberIn(line, 'costprice'));
  return { net, tax, cost, discount: reduction, taxation };
}

/** Optional lines count once the customer has taken them. */
export function counts(line: Row): boolean {
  return (
    !isSet(line, 'isgroupdesc') && (!isSet(line, 'optional') || line['approval_status'] === acceptedLine)
  );
}

/** `approval_status` of an optional line the customer has taken. */
export const acceptedLine = 2;
