import { shownCustomFields } from '../fields/custom-fields.js';
import type { Amount } from '../money/amount.js';
import { createRow, numberIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { isRecurring, perMonth } from './billing-period.js';
import { lineTotals, type LineTotals } from './line-totals.js';

/** A line as the API shows it, with everything the server computes. */
export function showLine(line: Row, quote: Row, world: World): Row {
  const totals = lineTotals(line, quote, world);
  const item = world.tenant.find('items', line['item_id']);
  const supplier = world.tenant.find('suppliers', line['supplier_id']);
  return createRow({
    ...line,
    qhid: quote.id,
    tax_rate: totals.taxation.rate.toNumber(),
    tax_name: totals.taxation.name,
    item_tax_name: totals.taxation.name,
    ...money('', totals, (value) => value, world),
    net_total: totals.net.toNumber(),
    total_discount: totals.discount.toNumber(),
    profit: totals.net.minus(totals.cost).toNumber(),
    profit_percentage: totals.net.isZero()
      ? 0
      : totals.net.minus(totals.cost).dividedBy(totals.net).times(100).toNumber(),
    ...splits(line, totals, world),
    supplier_name: supplier ? textIn(supplier, 'name') : '',
    item_sku: item ? textIn(item, 'supplier_part_code') : '',
    item_internal_reference: item ? textIn(item, 'internalreference') : '',
    item_external_reference: item ? textIn(item, 'externalreference') : '',
    customfields: shownCustomFields('quoteline', line, world),
  });
}

/** Per month, per year, and in the first year, where a one-off charge counts in full. */
function splits(line: Row, totals: LineTotals, world: World): Record<string, number> {
  const period = numberIn(line, 'billingperiod');
  const monthly = (value: Amount) => perMonth(value, period);
  const annual = (value: Amount) => monthly(value).times(12);
  const firstYear = isRecurring(period) ? annual : (value: Amount) => value;
  return {
    ...money('_monthly', totals, monthly, world),
    ...money('_annual', totals, annual, world),
    ...money('_yearone', totals, firstYear, world),
  };
}

function money(
  suffix: string,
  { net, tax, cost }: LineTotals,
  share: (value: Amount) => Amount,
  world: World,
): Record<string, number> {
  const price = world.switches.get('lineTotalPrice') === 'gross' ? net.plus(tax) : net;
  const figures = {
    total_price: price,
    total_net_total: net,
    total_tax: tax,
    total_costprice: cost,
    total_profit: net.minus(cost),
  };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, share(value).toNumber()]),
  );
}
