/** Money as a whole number of ten-millionths, calculated apart from the library that the product uses. */
export type Exact = bigint;

export type Mode = 'halfUp' | 'halfEven' | 'down';

/** One cent. */
export const cent = 100_000n;

/** Thousandths times ten-thousandths. */
export function product(thousandths: bigint, tenThousandths: bigint): Exact {
  return thousandths * tenThousandths;
}

/** To whole cents, as a number of cents. */
export function toCents(value: Exact, mode: Mode = 'halfUp'): bigint {
  const size = value < 0n ? -value : value;
  const whole = size / cent;
  const rest = size % cent;
  const half = cent / 2n;
  const up = mode !== 'down' && (rest > half || (rest === half && (mode === 'halfUp' || whole % 2n === 1n)));
  const rounded = up ? whole + 1n : whole;
  return value < 0n ? -rounded : rounded;
}

/** A whole number with the point set by hand, in canonical form. */
export function text(digits: bigint, places: number): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const fraction = size.slice(size.length - places).replace(/0+$/, '');
  const whole = size.slice(0, size.length - places);
  const number = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits < 0n && number !== '0' ? `-${number}` : number;
}

export const centsText = (cents: bigint): string => text(cents, 2);
export const exactText = (value: Exact): string => text(value, 7);
