import type { StoredQuote, StoredQuoteLine } from '../contract/records.js';
import { isZero, multiply, round, sum, type DecimalText } from '../domain/decimal.js';
import type { DocumentMoney } from '../plan/plan.js';
import {
  explainByLines,
  explainByRounding,
  lineCount,
  proofSum,
  shortList,
  type DifferingLines,
} from './explain-sum.js';
import { cents, storedAmount, wantedAmount, type LinePair, type LinePairs } from './line-pairs.js';
import { linePercent, type TaxPercents } from './line-tax.js';
import { mostLines, type Proof, type ProofExplanation, type ProofSum } from './proof.js';
import { findRule, taxRules, type LineFigure } from './rounding-rules.js';

export interface TaxProof {
  readonly sum?: ProofSum;
  readonly notCompared: Proof['notCompared'];
  /** The PSA's tax is that of the whole quote, so that its total with tax may be compared. */
  readonly isWhole: boolean;
}

/**
 * The tax that the document states beside the PSA's. Where the PSA's covers more (lines that people added, options that the
 * customer has taken, what is first paid later), the taxes that it states of each line are added up instead.
 */
export function taxSum(
  money: DocumentMoney,
  { pairs, foreign }: LinePairs,
  quote: StoredQuote,
  differing: DifferingLines,
): TaxProof {
  if (money.tax === undefined) return { notCompared: [], isWhole: false };
  const leftOut = new Set(money.taxLeavesOut);
  const counted = pairs.filter(({ key, wanted }) => !wanted.optional && !leftOut.has(key));
  const isWhole = foreign.length === 0 && leftOut.size === 0 && !pairs.some(isTaken);
  const ofLines = linesTax(counted);
  const stored = isWhole ? (quote.taxTotal ?? ofLines) : ofLines;
  if (stored === undefined)
    return { notCompared: [{ of: 'tax', why: whyNot(isWhole, foreign) }], isWhole: false };
  const document = round(money.tax);
  const sum = proofSum('tax', document, cents(stored), () =>
    explainTax(document, cents(stored), counted, money.taxPercents ?? {}, differing),
  );
  return { sum, notCompared: [], isWhole: isWhole && quote.taxTotal !== undefined };
}

/** An option that the customer has taken: the PSA's totals count it, the document's do not yet. */
export function isTaken({ wanted, stored }: LinePair): boolean {
  return wanted.optional && stored?.accepted === true;
}

/** Undefined when the PSA does not state it of each line. */
function linesTax(pairs: readonly LinePair[]): DecimalText | undefined {
  const taxes = pairs.flatMap(({ wanted, stored }) =>
    stored === undefined || wanted.kind === 'heading' || isFree(stored) ? [] : [stored.tax],
  );
  return taxes.every((tax) => tax !== undefined) ? sum(taxes) : undefined;
}

function isFree(line: StoredQuoteLine): boolean {
  return isZero(storedAmount(line));
}

function whyNot(isWhole: boolean, foreign: LinePairs['foreign']): string {
  if (isWhole) return 'the PSA shows none';
  return foreign.length > 0
    ? 'the tax in the PSA covers lines that people added, too'
    : 'the tax in the PSA covers what the document does not count yet, too';
}

function explainTax(
  document: DecimalText,
  stored: DecimalText,
  pairs: readonly LinePair[],
  taxes: TaxPercents,
  differing: DifferingLines,
): ProofExplanation {
  const otherwise = pairs.filter(({ key }) => differing.get(key)?.some(({ field }) => field === 'tax'));
  if (otherwise.length > 0) {
    const names = shortList(otherwise.map(({ label }) => label));
    return {
      cause: 'lines',
      text: `The PSA taxes ${lineCount(otherwise.length)} otherwise (${names}).`,
      lines: otherwise.map(({ key }) => key).slice(0, mostLines),
    };
  }
  const figures = figuresOf(pairs, taxes, (pair) => round(wantedAmount(pair)));
  if (figures === undefined)
    return {
      cause: 'unknown',
      text: 'The PSA does not say what percentage each line is taxed at.',
      lines: [],
    };
  const rule = findRule(taxRules, figures, stored);
  if (rule !== undefined) {
    const own = findRule(taxRules, figures, document);
    const said = own === undefined ? '' : `, the document's is ${own.text}`;
    return explainByRounding(rule, `The PSA's tax is ${rule.text}${said}`, figures);
  }
  const apart = pairs.filter(
    (pair) => pair.stored === undefined || cents(storedAmount(pair.stored)) !== round(wantedAmount(pair)),
  );
  const there = figuresOf(pairs, taxes, ({ stored: line }) =>
    line === undefined ? '0' : cents(storedAmount(line)),
  );
  if (apart.length > 0 && there !== undefined && findRule(taxRules, there, stored) !== undefined)
    return explainByLines(
      apart.map(({ key }) => key),
      differing,
    );
  return {
    cause: 'unknown',
    text: 'No way of rounding gives it: the PSA has another rate, or taxes something else.',
    lines: [],
  };
}

/** Undefined when the percentage of a line is not known. */
function figuresOf(
  pairs: readonly LinePair[],
  taxes: TaxPercents,
  amountOf: (pair: LinePair) => DecimalText,
): readonly LineFigure[] | undefined {
  const figures: LineFigure[] = [];
  for (const pair of pairs) {
    const amount = amountOf(pair);
    if (isZero(amount)) continue;
    const percent = linePercent(pair, taxes);
    if (percent === undefined) return undefined;
    figures.push({
      key: pair.key,
      label: pair.label,
      exact: multiply(amount, percent, '0.01'),
      tax: pair.wanted.taxId ?? '',
    });
  }
  return figures;
}
