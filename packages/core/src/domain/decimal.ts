import { Decimal as Base } from 'decimal.js';

/** Enough digits that no sum or product of money is ever rounded by the library. */
const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/**
 * A decimal number as text in canonical form: no exponent, no trailing zeros, no plus sign, `0` for zero
 * (`"1399"`, `"-12.5"`). Two equal numbers are equal strings, so plans and images compare without arithmetic.
 */
export type DecimalText = string;

export type DecimalInput = DecimalText | number | bigint;

export const zero: DecimalText = '0';

const pattern = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

/** Canonical form, or undefined when the input is no finite decimal number. */
export function parseDecimal(value: unknown): DecimalText | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? canonical(new Decimal(value)) : undefined;
  if (typeof value !== 'string' || !pattern.test(value.trim())) return undefined;
  return canonical(new Decimal(value.trim()));
}

export function add(...values: readonly DecimalInput[]): DecimalText {
  return sum(values);
}

/** Of any number of values: a document of 200,000 lines has more than a call may have arguments. */
export function sum(values: Iterable<DecimalInput>): DecimalText {
  let total = new Decimal(0);
  for (const value of values) total = total.plus(exact(value));
  return canonical(total);
}

export function subtract(left: DecimalInput, right: DecimalInput): DecimalText {
  return canonical(exact(left).minus(exact(right)));
}

export function multiply(...values: readonly DecimalInput[]): DecimalText {
  return canonical(values.reduce((product, value) => product.times(exact(value)), new Decimal(1)));
}

/** Quotient rounded half-up (away from zero) to that many places. */
export function divide(left: DecimalInput, right: DecimalInput, places: number): DecimalText {
  return canonical(exact(left).dividedBy(exact(right)).toDecimalPlaces(places));
}

/** Where a half goes, or everything: away from zero, to the even digit, towards zero. */
export const roundings = ['halfUp', 'halfEven', 'halfDown', 'down', 'up'] as const;
export type Rounding = (typeof roundings)[number];

const libraryRounding = {
  halfUp: Base.ROUND_HALF_UP,
  halfEven: Base.ROUND_HALF_EVEN,
  halfDown: Base.ROUND_HALF_DOWN,
  down: Base.ROUND_DOWN,
  up: Base.ROUND_UP,
} as const satisfies Readonly<Record<Rounding, number>>;

/** Rounded half-up (away from zero), as every quoting tool's example does, unless told otherwise. */
export function round(value: DecimalInput, places = 2, rounding: Rounding = 'halfUp'): DecimalText {
  return canonical(exact(value).toDecimalPlaces(places, libraryRounding[rounding]));
}

/** Negative, zero or positive, for sorting and comparing. */
export function compare(left: DecimalInput, right: DecimalInput): number {
  return exact(left).comparedTo(exact(right));
}

/** Without its sign. */
export function magnitude(value: DecimalInput): DecimalText {
  return canonical(exact(value).abs());
}

export function isZero(value: DecimalInput): boolean {
  return exact(value).isZero();
}

/** With exactly that many places, for people: `"1399.00"`. */
export function toFixed(value: DecimalInput, places = 2): string {
  // Rounded first, so that what rounds to nothing has no sign.
  return exact(round(value, places)).toFixed(places);
}

/** The nearest JSON number: PSAs take money as numbers. */
export function toNumber(value: DecimalInput): number {
  return exact(value).toNumber();
}

function exact(value: DecimalInput): Base {
  return new Decimal(typeof value === 'bigint' ? value.toString() : value);
}

function canonical(value: Base): DecimalText {
  return value.isZero() ? '0' : value.toFixed();
}
