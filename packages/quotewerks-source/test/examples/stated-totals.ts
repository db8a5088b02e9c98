import { roundedCents, scaled } from './exact-money.js';

/** One line as a file states it. Nothing here comes from the code under test. */
export interface StatedLine {
  readonly type: number;
  readonly attributes: number;
  readonly quantity: string;
  readonly groupQuantity: string;
  readonly price: string;
  readonly taxed: boolean;
  readonly firstPaymentIncluded: boolean;
}

export interface Totals {
  readonly subtotal: bigint;
  readonly tax: bigint;
  readonly grandTotal: bigint;
}

export interface Freight {
  readonly amount: string;
  readonly taxed: boolean;
}

const money = new Set([1, 64, 128]);
const bit = (line: StatedLine, value: number): boolean => (line.attributes & value) !== 0;
const out = (line: StatedLine): boolean => bit(line, 1) || (bit(line, 16) && !bit(line, 256));

/**
 * Totals in cents as QuoteWerks defines them: a group counts once, times its quantity; options that are not chosen,
 * excluded lines and recurring lines do not count; tax is rounded per line, half up.
 * With `byHeader` a group's amount is that of its header, otherwise the sum of its members: both must agree.
 */
export function totalsOf(
  lines: readonly StatedLine[],
  rate: string,
  freight: Freight,
  byHeader: boolean,
): Totals {
  let header: StatedLine | undefined;
  let subtotal = 0n;
  let tax = 0n;
  for (const line of lines) {
    if (line.type === 8) header = line;
    const member = bit(line, 8);
    const group = member ? header : undefined;
    if (out(line) || (group !== undefined && out(group))) continue;
    if (bit(line, 128) && !line.firstPaymentIncluded) continue;
    if (!(byHeader ? !member && (money.has(line.type) || line.type === 8) : money.has(line.type))) continue;
    const times = member ? scaled(line.groupQuantity) : scaled('1');
    const amount = roundedCents([scaled(line.quantity), times, scaled(line.price)]);
    subtotal += amount;
    if (line.taxed) tax += roundedCents([amount, scaled(rate)], 'cents');
  }
  const freightCents = roundedCents([scaled(freight.amount)]);
  if (freight.taxed) tax += roundedCents([freightCents, scaled(rate)], 'cents');
  return { subtotal, tax, grandTotal: subtotal + tax + freightCents };
}
