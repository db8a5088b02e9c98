import fc from 'fast-check';
import type { StoredQuote, StoredQuoteLine } from '../../src/contract/records.js';
import { billingPeriods, type BillingPeriod } from '../../src/domain/billing-period.js';
import type { LineOperation } from '../../src/plan/operation.js';
import type { DocumentMoney } from '../../src/plan/plan.js';
import { sampleFields } from '../samples/sample-quote-line.js';
import { cent, centsText, exactText, product, text, toCents, type Exact, type Mode } from './exact-money.js';

/** A line of a document that nobody has written down anywhere else. */
export interface SoldLine {
  readonly key: string;
  /** Thousandths. */
  readonly quantity: bigint;
  /** Ten-thousandths. */
  readonly price: bigint;
  readonly period: BillingPeriod;
  readonly optional: boolean;
  readonly heading: boolean;
  readonly discount: boolean;
  /** Whole percent; null: not taxed. */
  readonly percent: bigint | null;
}

const whole = fc.integer({ min: 1, max: 40 }).map((number) => BigInt(number) * 1_000n);
const broken = fc.integer({ min: 1, max: 9_999 }).map(BigInt);

const line = fc.record({
  quantity: fc.oneof({ weight: 3, arbitrary: whole }, { weight: 1, arbitrary: broken }),
  price: fc.oneof(
    fc.integer({ min: -99_999, max: 99_999 }).map((cents) => BigInt(cents) * 100n),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map(BigInt),
  ),
  period: fc.constantFrom(...billingPeriods),
  optional: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  heading: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  discount: fc.boolean(),
  percent: fc.constantFrom(null, 5n, 7n, 19n),
});

/** Any sale of one to fifteen lines. */
export const sale: fc.Arbitrary<readonly SoldLine[]> = fc
  .array(line, { minLength: 1, maxLength: 15 })
  .map((lines) => lines.map((one, index) => ({ key: `L${index}`, ...one })));

export function amountOf(line: SoldLine): Exact {
  return line.heading ? 0n : product(line.quantity, line.price);
}

const counted = (lines: readonly SoldLine[]): readonly SoldLine[] =>
  lines.filter((one) => !one.optional && !one.heading);

/** Net of one period of everything, in cents, each line rounded as the document rounds it. */
export function netOf(lines: readonly SoldLine[]): bigint {
  return counted(lines).reduce((sum, one) => sum + toCents(amountOf(one)), 0n);
}

export type TaxRounding = `${'line' | 'tax' | 'total'} ${Mode}`;

/** Tax in cents, on the line amounts in whole cents. */
export function taxOf(lines: readonly SoldLine[], rounding: TaxRounding): bigint {
  const [per, mode] = rounding.split(' ') as ['line' | 'tax' | 'total', Mode];
  const taxed = counted(lines).map((one) => ({
    percent: one.percent ?? 0n,
    exact: (toCents(amountOf(one)) * cent * (one.percent ?? 0n)) / 100n,
  }));
  const groups =
    per === 'line'
      ? taxed.map(({ exact }) => [exact])
      : per === 'total'
        ? [taxed.map(({ exact }) => exact)]
        : [...new Set(taxed.map(({ percent }) => percent))].map((percent) =>
            taxed.filter((one) => one.percent === percent).map(({ exact }) => exact),
          );
  return groups.reduce(
    (sum, group) =>
      sum +
      toCents(
        group.reduce((all, exact) => all + exact, 0n),
        mode,
      ),
    0n,
  );
}

/** What a plan says of the sale. */
export function moneyOf(lines: readonly SoldLine[], tax: bigint): DocumentMoney {
  const perPeriod = (some: readonly SoldLine[]): DocumentMoney['net'] =>
    Object.fromEntries(
      billingPeriods.flatMap((period) => {
        const own = some.filter((one) => one.period === period && !one.heading);
        const sum = own.reduce((all, one) => all + toCents(amountOf(one)), 0n);
        return own.length === 0 ? [] : [[period, centsText(sum)] as const];
      }),
    );
  const discounts = counted(lines).filter(({ discount }) => discount);
  return {
    net: perPeriod(lines.filter(({ optional }) => !optional)),
    optional: perPeriod(lines.filter(({ optional }) => optional)),
    tax: centsText(tax),
    taxPercents: { t5: '5', t7: '7', t19: '19' },
    discounts: discounts.map((one) => ({ key: one.key, amount: centsText(toCents(amountOf(one))) })),
  };
}

export function operationsOf(lines: readonly SoldLine[]): readonly LineOperation[] {
  return lines.map((one, index) => ({
    action: 'create',
    key: one.key,
    label: one.key,
    wanted: sampleFields({
      kind: one.heading ? 'heading' : 'item',
      name: one.key,
      position: index + 1,
      quantity: text(one.quantity, 3),
      price: text(one.price, 4),
      billingPeriod: one.period,
      optional: one.optional,
      taxId: one.percent === null ? null : `t${one.percent}`,
    }),
    reasons: {},
  }));
}

/** How a PSA calculates; each line's amount may be stated in whole cents, exactly, or not at all. */
export interface Rounds {
  readonly lines: Mode | 'exact' | 'unstated';
  readonly tax: TaxRounding;
  readonly net: 'ofLines' | Mode;
}

export const faithful: Rounds = { lines: 'halfUp', tax: 'line halfUp', net: 'ofLines' };

/** The quote as a PSA shows it that stores what it is given and rounds in its own way. */
export function storedOf(lines: readonly SoldLine[], rounds: Rounds = faithful): StoredQuote {
  const shown = operationsOf(lines).map(({ wanted }, index): StoredQuoteLine => {
    const one = lines[index] as SoldLine;
    const amount =
      rounds.lines === 'unstated'
        ? {}
        : {
            amount:
              rounds.lines === 'exact'
                ? exactText(amountOf(one))
                : centsText(toCents(amountOf(one), rounds.lines)),
          };
    return { id: `id-${one.key}`, ...wanted, key: one.key, ...amount };
  });
  const lineMode = rounds.lines === 'halfEven' || rounds.lines === 'down' ? rounds.lines : 'halfUp';
  const all = counted(lines);
  const net =
    rounds.net === 'ofLines'
      ? all.reduce((sum, one) => sum + toCents(amountOf(one), lineMode), 0n)
      : toCents(
          all.reduce((sum, one) => sum + amountOf(one), 0n),
          rounds.net,
        );
  const tax = taxOf(lines, rounds.tax);
  return {
    id: 'q1',
    lines: shown,
    taxTotal: centsText(tax),
    netTotal: centsText(net),
    total: centsText(net + tax),
  };
}
