import { Decimal } from 'decimal.js';

/** Own settings, so that no other user of the library can change how the sandbox counts. */
const ExactDecimal = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

export type Amount = Decimal;

/** An exact amount from a JSON number; anything that is not a number counts as zero. */
export function amount(value: unknown): Amount {
  const usable = typeof value === 'number' && Number.isFinite(value);
  return new ExactDecimal(usable ? value : 0);
}

export function sum(values: Iterable<Amount>): Amount {
  let total = amount(0);
  for (const value of values) total = total.plus(value);
  return total;
}

/** Two decimals, halves away from zero. */
export function toCents(value: Amount): Amount {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
