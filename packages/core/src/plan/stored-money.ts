import type { StoredQuote, StoredQuoteLine } from '../contract/records.js';
import { add, multiply, round, type DecimalText } from '../domain/decimal.js';
import type { BillingPeriod } from '../domain/billing-period.js';
import type { PeriodAmounts } from '../domain/document.js';
import type { LineOperation } from './operation.js';
import type { PlanMoney } from './plan.js';

/**
 * What a quote amounts to as it stands in the PSA: our lines, and beside them those that people added and that stay.
 * Nothing for a quote that is not there yet.
 */
export function standingMoney(
  quote: StoredQuote | undefined,
  lines: readonly LineOperation[],
): Pick<PlanMoney, 'before' | 'foreign'> {
  if (quote?.lines === undefined) return {};
  const staying = new Set(lines.flatMap(({ action, id }) => (action === 'foreign' ? [id] : [])));
  const foreign = storedNet(quote.lines.filter(({ id }) => staying.has(id)));
  return {
    before: storedNet(quote.lines.filter(({ id }) => !staying.has(id))),
    ...(Object.keys(foreign).length === 0 ? {} : { foreign }),
  };
}

/** Net per billing period of lines as the PSA has them, options left out, each line rounded to the cent. */
export function storedNet(lines: readonly StoredQuoteLine[]): PeriodAmounts {
  const sums: Partial<Record<BillingPeriod, DecimalText>> = {};
  for (const line of lines) {
    if (line.kind === 'heading' || line.optional === true) continue;
    const period = line.billingPeriod ?? 'oneOff';
    const amount = round(line.amount ?? multiply(line.quantity ?? '0', line.price ?? '0'));
    sums[period] = add(sums[period] ?? '0', amount);
  }
  return sums;
}
