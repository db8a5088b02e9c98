import type { ShowPurpose } from '../entities/entity.js';
import { rowsIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { quoteTotals } from './quote-totals.js';
import { showLine } from './show-line.js';

/** Puts the computed figures on a shown quote, and its lines where they belong. */
export function showQuote(shown: Row, world: World, purpose: ShowPurpose): void {
  const stored = world.tenant.find('quotes', shown.id) ?? shown;
  const source = purpose === 'answer' ? shown : stored;
  const lines = rowsIn(source, 'lines');
  Object.assign(shown, figures(source, world));
  const hasLines =
    purpose === 'details' || (purpose === 'answer' && world.switches.get('quoteAnswerHasLines'));
  if (hasLines) shown['lines'] = lines.map((line) => showLine(line, source, world));
  else Reflect.deleteProperty(shown, 'lines');
}

function figures(quote: Row, world: World): Record<string, unknown> {
  const { net, tax, total, cost, discount, oneOff, monthly, optional } = quoteTotals(quote, world);
  const profit = net.minus(cost).toNumber();
  return {
    revenue: net.toNumber(),
    tax_total: tax.toNumber(),
    tax_total_estimate: tax.toNumber(),
    total: total.toNumber(),
    margin: net.isZero() ? 0 : net.minus(cost).dividedBy(net).times(100).toDecimalPlaces(4).toNumber(),
    quotation_totals: {
      subTotal: net.toNumber(),
      taxTotal: tax.toNumber(),
      total: total.toNumber(),
      cost: cost.toNumber(),
      profit,
      discount: discount.toNumber(),
      nonRecurringTotal: oneOff.toNumber(),
      recurringMonthlyTotal: monthly.toNumber(),
      optionalTotal: optional.toNumber(),
    },
  };
}
