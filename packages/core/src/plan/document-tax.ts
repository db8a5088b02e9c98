import { amountText } from '../domain/amount-text.js';
import {
  add,
  compare,
  isZero,
  magnitude,
  multiply,
  round,
  subtract,
  sum,
  type DecimalText,
} from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { TaxDecision } from '../resolve/resolve-taxes.js';
import type { TaxTable } from '../resolve/tax-table.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict, DocumentMoney, PlanWarning } from './plan.js';

export type TaxCalculation = QuoteDocument['tax']['mode'];

/** What a plan says of taxes for the proof. */
export type TaxFigures = Pick<DocumentMoney, 'expectedTax' | 'taxPercents' | 'taxLeavesOut'>;

export interface ExpectedTax {
  /** Without an expected tax: a line's tax is left to the PSA, or the PSA does not say its percentage. */
  readonly figures: TaxFigures;
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

/**
 * The tax that the PSA's percentages give, before anything is written, beside the one that the document states. What
 * rounding explains is a warning; a larger difference is a wrong tax and is not written.
 */
export function expectTax(
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  taxes: ReadonlyMap<string, TaxDecision>,
  { calculation }: Pick<PushPolicy['taxMappings'], 'calculation'>,
  table: Pick<TaxTable, 'at' | 'rowAt'>,
): ExpectedTax {
  if (lines.length === 0) return { figures: {}, conflicts: [], warnings: [] };
  const mode = calculation === 'document' ? document.tax.mode : calculation;
  const expected = taxOn(lines, taxes, mode);
  if (expected === undefined) return { figures: percentsOf(taxes), conflicts: [], warnings: [] };
  const figures = { ...percentsOf(taxes), expectedTax: expected };
  const stated = document.tax.total;
  if (stated === undefined || compare(round(stated), expected) === 0)
    return { figures, conflicts: [], warnings: [] };
  const how =
    mode === 'perLine' ? 'line by line, each rounded (perLine)' : 'on the total of each tax (onTotal)';
  const message = `The document states a tax of ${amountText(stated)}; the taxes of the PSA give ${amountText(expected)}, calculated ${how}.`;
  // Whether the document's tax counts what is first paid later, it does not say: either is right, and what lies between.
  const without =
    taxOn(
      lines.filter((line) => !isPaidLater(line)),
      taxes,
      mode,
    ) ?? expected;
  const most = mostByRounding(document, lines);
  const difference = distance(round(stated), [expected, without]);
  if (compare(difference, most) > 0)
    return { figures, conflicts: [wrongTax(lines, taxes, table, message)], warnings: [] };
  const isWithin = (tax: DecimalText): boolean => compare(magnitude(subtract(stated, tax)), most) <= 0;
  const taxLeavesOut =
    isWithin(without) && !isWithin(expected)
      ? lines.filter((line) => isPaidLater(line) && isTaxed(line)).map(({ key }) => key)
      : [];
  return {
    figures: { ...figures, ...(taxLeavesOut.length === 0 ? {} : { taxLeavesOut }) },
    conflicts: [],
    warnings: [{ about: 'tax', message }],
  };
}

function percentsOf(taxes: ReadonlyMap<string, TaxDecision>): Pick<TaxFigures, 'taxPercents'> {
  const percents = [...taxes.values()].flatMap(({ id, percent }) =>
    typeof id === 'string' && percent !== undefined ? [[id, percent] as const] : [],
  );
  return percents.length === 0 ? {} : { taxPercents: Object.fromEntries(percents) };
}

/** Half a cent for each line that is taxed, and never less than the one cent that any two roundings may differ by. */
function mostByRounding(document: QuoteDocument, lines: readonly SelectedLine[]): DecimalText {
  // A summary line stands for lines that the document rounds one by one.
  const taxed = Math.max(
    lines.filter(isTaxed).length,
    document.lines.filter((line) => isTaxCode(line.taxCode) && !isZero(line.unitPrice)).length,
  );
  return taxed < 2 ? '0.01' : multiply(String(taxed), '0.005');
}

function wrongTax(
  lines: readonly SelectedLine[],
  taxes: ReadonlyMap<string, TaxDecision>,
  table: Pick<TaxTable, 'at' | 'rowAt'>,
  message: string,
): Conflict {
  const used = new Map<string, string>();
  for (const line of lines.filter(isTaxed)) {
    const code = codeOf(line);
    const percent = taxes.get(code)?.percent;
    if (percent !== undefined) used.set(code, `${code} is ${percent} %`);
  }
  const [only] = used.keys();
  const codes = [...used.values()].join(', ');
  return {
    about: used.size === 1 && only !== undefined ? table.rowAt(only) : table.at,
    message: `${message} That is more than rounding can make.${codes === '' ? '' : ` By the PSA, ${codes}.`}`,
    next: `Map the tax codes to the taxes that are meant (${table.at}), or correct the rate in the PSA or in the document; taxMappings.calculation only says how the tax is rounded.`,
    candidates: [],
  };
}

function isTaxed(line: SelectedLine): boolean {
  return isCounted(line) && isTaxCode(line.taxCode);
}

function isTaxCode(code: string): boolean {
  return !['', 'N'].includes(code.trim().toUpperCase());
}

function isCounted(line: SelectedLine): boolean {
  return !line.optional && line.kind !== 'heading' && !isZero(line.amount);
}

function codeOf(line: SelectedLine): string {
  return line.taxCode.trim().toUpperCase();
}

/** A summary line does not tell of its lines when they are first paid. */
function isPaidLater({ billingPeriod, source }: SelectedLine): boolean {
  if (billingPeriod === 'oneOff') return false;
  return source === undefined || source.recurrence?.firstPaymentIncluded === false;
}

/** How far an amount lies outside two others; 0 between them. */
function distance(amount: DecimalText, [one, other]: readonly [DecimalText, DecimalText]): DecimalText {
  const [low, high] = compare(one, other) <= 0 ? [one, other] : [other, one];
  if (compare(amount, low) < 0) return subtract(low, amount);
  return compare(amount, high) > 0 ? subtract(amount, high) : '0';
}

/**
 * Tax on one period of every line, options left out: each line rounded half-up to the cent and summed, or per tax on the
 * sum of its lines. Undefined when the percentage of a line is not known.
 */
export function taxOn(
  lines: readonly SelectedLine[],
  taxes: ReadonlyMap<string, TaxDecision>,
  mode: TaxCalculation,
): DecimalText | undefined {
  const bases = new Map<string, { percent: DecimalText; amounts: DecimalText[] }>();
  for (const line of lines) {
    if (!isCounted(line)) continue;
    const decision = taxes.get(codeOf(line));
    const percent = decision?.id === null ? '0' : decision?.percent;
    if (percent === undefined) return undefined;
    const key = decision?.id ?? '';
    const base = bases.get(key) ?? { percent, amounts: [] };
    base.amounts.push(line.amount);
    bases.set(key, base);
  }
  return add(
    ...[...bases.values()].flatMap(({ percent, amounts }) => {
      const taxed = mode === 'perLine' ? amounts : [sum(amounts)];
      return taxed.map((amount) => round(multiply(amount, percent, '0.01')));
    }),
  );
}
