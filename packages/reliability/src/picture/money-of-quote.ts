import type { Row, TenantData } from '../engine/sandbox-control.js';

/** The money of a quote as a person would add it up: cents per billing period, and the tax. Options do not count. */
export interface QuoteMoney {
  readonly oneOff: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly quarterly: number;
  readonly yearly: number;
  readonly tax: number;
}

const periods: Readonly<Record<number, keyof QuoteMoney>> = {
  0: 'oneOff',
  1: 'weekly',
  2: 'monthly',
  3: 'yearly',
  4: 'quarterly',
};

/** Adds up what the tenant holds, with none of the code that is being tested. */
export function moneyOfQuote(data: TenantData, marker: string): QuoteMoney | undefined {
  const quote = (data['quotes'] ?? []).find((row) => row['third_party_number'] === marker);
  if (quote === undefined) return undefined;
  const money = { oneOff: 0, weekly: 0, monthly: 0, quarterly: 0, yearly: 0 };
  for (const line of quote['lines'] as readonly Row[]) {
    if (line['isgroupdesc'] === true || line['optional'] === true) continue;
    const period = periods[Number(line['billingperiod'])];
    if (period === undefined || period === 'tax')
      throw new Error(`Billing period ${String(line['billingperiod'])}?`);
    money[period] += Math.round(Number(line['quantity']) * Number(line['price']) * 100);
  }
  return { ...money, tax: Math.round(Number(quote['tax_total']) * 100) };
}
