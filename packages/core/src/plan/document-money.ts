import { billingPeriods } from '../domain/billing-period.js';
import { add, multiply, round, subtract, type DecimalText } from '../domain/decimal.js';
import type { PeriodAmounts, QuoteDocument } from '../domain/document.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { DocumentMoney } from './plan.js';

/** What the selected lines amount to, per billing period, each line rounded to the cent as the document does. */
export function documentMoney(document: QuoteDocument, lines: readonly SelectedLine[]): DocumentMoney {
  const counted = lines.filter((line) => !line.optional);
  const optional = lines.filter((line) => line.optional);
  const discounts = counted.filter(({ source }) => source?.lineType === 'percentDiscount');
  return {
    net: perPeriod(counted, (line) => line.amount),
    optional: perPeriod(optional, (line) => line.amount),
    ...(document.tax.total === undefined ? {} : { tax: round(document.tax.total) }),
    ...(document.currency === undefined ? {} : { currency: document.currency }),
    ...(discounts.length === 0 ? {} : { discounts: discounts.map(({ key, amount }) => ({ key, amount })) }),
  };
}

/** Profit (price less cost) per billing period, options left out. */
export function documentProfit(lines: readonly SelectedLine[]): PeriodAmounts {
  const profit = (line: SelectedLine): DecimalText =>
    subtract(line.amount, round(multiply(line.quantity, line.cost)));
  return perPeriod(
    lines.filter((line) => !line.optional),
    profit,
  );
}

/** One period of everything. */
export function sumOf(amounts: PeriodAmounts): DecimalText {
  return add(...billingPeriods.map((period) => amounts[period] ?? '0'));
}

function perPeriod(
  lines: readonly SelectedLine[],
  amountOf: (line: SelectedLine) => DecimalText,
): PeriodAmounts {
  const sums: Partial<Record<SelectedLine['billingPeriod'], DecimalText>> = {};
  for (const line of lines) {
    if (line.kind === 'heading') continue;
    sums[line.billingPeriod] = add(sums[line.billingPeriod] ?? '0', amountOf(line));
  }
  return sums;
}
