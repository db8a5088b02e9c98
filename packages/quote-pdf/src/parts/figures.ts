import { decimal, type BillingPeriod, type DecimalText } from '@quotebridge/core';

/** `1,234.50`: two places, or as many as the figure has. */
export function moneyText(amount: DecimalText): string {
  const places = Math.max(2, amount.split('.')[1]?.length ?? 0);
  return grouped(decimal.toFixed(amount, places));
}

/** `1,200` or `2.5`. */
export function quantityText(quantity: DecimalText): string {
  return grouped(quantity);
}

export const periodNames: Readonly<Record<BillingPeriod, string>> = {
  oneOff: 'One-off',
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  yearly: 'Yearly',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `16 November 2026`, which no country reads otherwise. @param date `yyyy-mm-dd` */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

function grouped(figure: string): string {
  const [whole = '', places] = figure.split('.');
  const marked = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? marked : `${marked}.${places}`;
}
