import { amount, type Amount } from '../money/amount.js';

/** Months of one billing period by code; 0 is a one-off charge. Codes and divisors are those of Halo's own reports. */
const months = new Map([
  [1, 0.25],
  [2, 1],
  [3, 12],
  [4, 3],
  [5, 6],
  [6, 60],
  [7, 36],
  [8, 24],
  [9, 48],
]);

/** What a charge per billing period is per month; zero for a one-off charge. */
export function perMonth(charge: Amount, billingPeriod: number): Amount {
  const length = months.get(billingPeriod);
  return length === undefined ? amount(0) : charge.dividedBy(length);
}

export function isRecurring(billingPeriod: number): boolean {
  return months.has(billingPeriod);
}
