import { billingPeriods, type BillingPeriod } from './billing-period.js';
import { toFixed, type DecimalText } from './decimal.js';

/** An amount for people: two places, more only where there are more, thousands apart. */
export function amountText(amount: DecimalText): string {
  const places = Math.max(2, amount.split('.')[1]?.length ?? 0);
  const [whole = '', fraction = ''] = toFixed(amount, places).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

export const periodNames: Readonly<Record<BillingPeriod, string>> = {
  oneOff: 'one-off',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  yearly: 'yearly',
};

/** What a sum of the proof is called: `optional oneOff` → `optional one-off`. */
export function sumName(of: string): string {
  return billingPeriods.reduce((text, period) => text.replace(period, periodNames[period]), of);
}
