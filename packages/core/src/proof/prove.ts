import type { StoredQuote } from '../contract/records.js';
import { compare, magnitude, type DecimalText } from '../domain/decimal.js';
import type { LineOperation } from '../plan/operation.js';
import type { DocumentMoney } from '../plan/plan.js';
import { compareLine, type Catalogue } from './compare-line.js';
import { storedAmount, cents, linePairs } from './line-pairs.js';
import { lineSums } from './line-sums.js';
import { mostLines, type Proof, type ProofLine } from './proof.js';
import { taxSum } from './tax-sum.js';
import { totalSum } from './total-sum.js';

export interface ProofInput {
  readonly money: DocumentMoney;
  readonly lines: readonly LineOperation[];
  readonly stored: StoredQuote;
  readonly source: Proof['source'];
  /** The most that a sum may differ, and a line by rounding. */
  readonly tolerance: DecimalText;
  /** Prices of the products, where a line was found to differ; undefined: not looked at. */
  readonly catalogue?: Catalogue;
}

/**
 * Compares what the document says with what the PSA says it has stored: line by line, per billing period, options,
 * discounts, tax and total. Nothing is adjusted. Lines that people added are not the document's and are left out. Pure.
 */
export function prove({ money, lines, stored, source, tolerance, catalogue }: ProofInput): Proof {
  const pairs = linePairs(lines, stored.lines);
  const taxes = money.taxPercents ?? {};
  const differences = [
    ...pairs.pairs.flatMap((pair) => compareLine(pair, taxes, catalogue)),
    ...pairs.gone.map((line): ProofLine => ({
      key: line.key ?? line.id,
      label: line.name ?? line.id,
      field: 'unexpected',
      document: 'no line',
      stored: 'a line',
      difference: cents(storedAmount(line)),
    })),
  ];
  const differing = new Map<string, readonly ProofLine[]>();
  for (const line of differences) differing.set(line.key, [...(differing.get(line.key) ?? []), line]);

  const ofLines = lineSums(money, pairs.pairs, differing);
  const tax = taxSum(money, pairs, stored, differing);
  const total = totalSum(money, pairs, stored, { sums: ofLines, tax, differing });
  const sums = [
    ...ofLines,
    ...(tax.sum === undefined ? [] : [tax.sum]),
    ...(total.sum === undefined ? [] : [total.sum]),
  ];
  const isWithin = (difference: DecimalText = '0'): boolean => compare(magnitude(difference), tolerance) <= 0;
  const isEqual = differences.length === 0 && sums.every(({ difference }) => difference === undefined);
  const passes =
    sums.every(({ difference }) => isWithin(difference)) &&
    differences.every(({ cause, difference }) => cause === 'rounding' && isWithin(difference));
  return {
    verdict: isEqual ? 'equal' : passes ? 'withinTolerance' : 'different',
    source,
    tolerance,
    sums,
    lines: differences.slice(0, mostLines),
    differingLines: differing.size,
    notCompared: [...tax.notCompared, ...total.notCompared],
  };
}
