import {
  billingPeriods,
  decimal,
  type BillingPeriod,
  type DecimalText,
  type PeriodAmounts,
} from '@quotebridge/core';

/** An amount for people: two places, more only where there are more, thousands apart. */
export function moneyText(amount: DecimalText): string {
  const places = Math.max(2, amount.split('.')[1]?.length ?? 0);
  const [whole = '', fraction] = decimal.toFixed(amount, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const periodNames: Readonly<Record<BillingPeriod, string>> = {
  oneOff: 'one-off',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  yearly: 'yearly',
};

/** `one-off 1,200.00 · monthly 99.00`. Amounts of different periods are never added up. */
export function amountsText(amounts: PeriodAmounts): string {
  const parts = billingPeriods.flatMap((period) => {
    const amount = amounts[period];
    return amount === undefined ? [] : [`${periodNames[period]} ${moneyText(amount)}`];
  });
  return parts.length === 0 ? moneyText('0') : parts.join(' · ');
}
