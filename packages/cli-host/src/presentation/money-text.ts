import {
  amountText,
  billingPeriods,
  periodNames,
  type DecimalText,
  type PeriodAmounts,
} from '@quotebridge/core';

export { periodNames };

/** An amount for people, as the messages of core write it. */
export const moneyText: (amount: DecimalText) => string = amountText;

/** `one-off 1,200.00 · monthly 99.00`. Amounts of different periods are never added up. */
export function amountsText(amounts: PeriodAmounts): string {
  const parts = billingPeriods.flatMap((period) => {
    const amount = amounts[period];
    return amount === undefined ? [] : [`${periodNames[period]} ${moneyText(amount)}`];
  });
  return parts.length === 0 ? moneyText('0') : parts.join(' · ');
}
