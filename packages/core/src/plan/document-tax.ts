import { add, compare, isZero, multiply, round, toFixed, type DecimalText } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { TaxDecision } from '../resolve/resolve-taxes.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { PlanWarning } from './plan.js';

export type TaxCalculation = QuoteDocument['tax']['mode'];

export interface ExpectedTax {
  /** Undefined: a line's tax is left to the PSA, or the PSA does not say its percentage. */
  readonly expected?: DecimalText;
  readonly warnings: readonly PlanWarning[];
}

/** The tax that the PSA's percentages give, before anything is written, beside the one that the document states. */
export function expectTax(
  document: QuoteDocument,
  lines: readonly SelectedLine[],
  taxes: ReadonlyMap<string, TaxDecision>,
  { calculation }: PushPolicy['taxMappings'],
): ExpectedTax {
  if (lines.length === 0) return { warnings: [] };
  const mode = calculation === 'document' ? document.tax.mode : calculation;
  const expected = taxOn(lines, taxes, mode);
  if (expected === undefined) return { warnings: [] };
  const stated = document.tax.total;
  if (stated === undefined || compare(round(stated), expected) === 0) return { expected, warnings: [] };
  const how =
    mode === 'perLine' ? 'line by line, each rounded (perLine)' : 'on the total of each tax (onTotal)';
  const message = `The document states a tax of ${toFixed(stated)}; the taxes of the PSA give ${toFixed(expected)}, calculated ${how}.`;
  return { expected, warnings: [{ about: 'tax', message }] };
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
    if (line.optional || line.kind === 'heading' || isZero(line.amount)) continue;
    const decision = taxes.get(line.taxCode.trim().toUpperCase());
    const percent = decision?.id === null ? '0' : decision?.percent;
    if (percent === undefined) return undefined;
    const key = decision?.id ?? '';
    const base = bases.get(key) ?? { percent, amounts: [] };
    base.amounts.push(line.amount);
    bases.set(key, base);
  }
  return add(
    ...[...bases.values()].flatMap(({ percent, amounts }) => {
      const taxed = mode === 'perLine' ? amounts : [add(...amounts)];
      return taxed.map((amount) => round(multiply(amount, percent, '0.01')));
    }),
  );
}
