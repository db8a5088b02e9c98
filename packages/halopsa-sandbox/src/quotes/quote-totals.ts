import { amount, sum, toCents, type Amount } from '../money/amount.js';
import { numberIn, rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { isRecurring, perMonth } from './billing-period.js';
import { counts, lineTotals, type LineTotals } from './line-totals.js';

export interface QuoteTotals {
  readonly net: Amount;
  readonly tax: Amount;
  readonly total: Amount;
  readonly cost: Amount;
  readonly discount: Amount;
  /** Net of one-off lines. */
  readonly oneOff: Amount;
  /** Net of recurring lines, brought to a month. */
  readonly monthly: Amount;
  /** Net of optional lines that are not taken. */
  readonly optional: Amount;
}

/** What a quote comes to: its counted lines and its carriage, which is not taxed. */
export function quoteTotals(quote: Row, world: World): QuoteTotals {
  const all = rowsIn(quote, 'lines').map((line) => ({ line, totals: lineTotals(line, quote, world) }));
  const counted = all.filter(({ line }) => counts(line));
  const net = add(counted, ({ net }) => net).plus(numberIn(quote, 'carriage_price'));
  const tax = add(counted, ({ tax }) => tax);
  const round = world.switches.get('taxRounding') === 'none' ? (value: Amount) => value : toCents;
  return {
    net: round(net),
    tax: round(tax),
    total: round(round(net).plus(round(tax))),
    cost: add(counted, ({ cost }) => cost),
    discount: add(counted, ({ discount }) => discount),
    oneOff: add(
      counted.filter(({ line }) => !isRecurring(periodOf(line))),
      ({ net }) => net,
    ),
    monthly: sum(counted.map(({ line, totals }) => perMonth(totals.net, periodOf(line)))),
    optional: add(
      all.filter(({ line }) => line['optional'] === true && !counts(line)),
      ({ net }) => net,
    ),
  };
}

type Counted = readonly { readonly line: Row; readonly totals: LineTotals }[];

function add(lines: Counted, pick: (totals: LineTotals) => Amount): Amount {
  return lines.length === 0 ? amount(0) : sum(lines.map(({ totals }) => pick(totals)));
}

function periodOf(line: Row): number {
  return numberIn(line, 'billingperiod');
}
