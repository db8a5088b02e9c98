import type { BillingPeriod } from '../domain/billing-period.js';
import type { DecimalText } from '../domain/decimal.js';
import type { RoundingRuleName } from './rounding-rules.js';

/** The comparison of the document's money with what the PSA says it has stored. Nothing is adjusted by it. */
export interface Proof {
  /**
   * `withinTolerance`: something differs, each of it is rounding or a sum, and by no more than the tolerance. `different`:
   * the money of the document and that of the PSA are not the same.
   */
  readonly verdict: 'equal' | 'withinTolerance' | 'different';
  /** `answer`: the PSA's answer to the write showed every line; `readBack`: the quote was read again. */
  readonly source: 'answer' | 'readBack';
  /** The most that a sum or a line may differ (setting `quote.tolerance`). */
  readonly tolerance: DecimalText;
  readonly sums: readonly ProofSum[];
  /** Lines that differ, at most twenty. */
  readonly lines: readonly ProofLine[];
  /** How many lines differ in all. */
  readonly differingLines: number;
  /** What the document states and could not be compared, and why. */
  readonly notCompared: readonly { readonly of: 'tax' | 'total'; readonly why: string }[];
}

export interface ProofSum {
  /**
   * A billing period, the options or the discount lines of a period, the tax; the PSA's own total with tax (`total`), or
   * without it where the tax cannot be compared as a whole (`net`): one period of everything, options left out.
   */
  readonly of: BillingPeriod | `${'optional' | 'discount'} ${BillingPeriod}` | 'tax' | 'net' | 'total';
  readonly document: DecimalText;
  readonly stored: DecimalText;
  /** Stored less document; absent when they are equal. */
  readonly difference?: DecimalText;
  readonly explanation?: ProofExplanation;
}

export interface ProofExplanation {
  /** `lines`: it follows from lines that differ; `unknown`: neither lines nor any way of rounding give the PSA's figure. */
  readonly cause: 'rounding' | 'repricing' | 'lines' | 'unknown';
  /** The way of rounding that gives the PSA's figure. */
  readonly rounding?: RoundingRuleName;
  readonly text: string;
  /** Keys of the lines that make the difference, at most twenty. */
  readonly lines: readonly string[];
}

export interface ProofLine {
  readonly key: string;
  readonly label: string;
  /** `amount`: quantity times price; `discount`: what the line shows as taken off its list price; `tax`: see `document`. */
  readonly field:
    | 'quantity'
    | 'price'
    | 'cost'
    | 'amount'
    | 'discount'
    | 'listPrice'
    | 'tax'
    | 'billingPeriod'
    | 'optional'
    | 'missing'
    | 'unexpected';
  /** Of `tax` the amount; the id of the tax where the PSA shows no amount for the line. */
  readonly document: string;
  readonly stored: string;
  /** What the line comes to in the PSA less what it comes to in the document; absent where that makes no sense. */
  readonly difference?: DecimalText;
  /** `repricing`: the figure is that of the product in the PSA's catalogue. Absent: another value, for no reason that is known. */
  readonly cause?: 'rounding' | 'repricing';
  /** The cause in words. */
  readonly text?: string;
}

/** How many lines are named at most. */
export const mostLines = 20;

/** Whether the money counts as proven: equal, or within the tolerance. */
export function isProven(proof: Pick<Proof, 'verdict'>): boolean {
  return proof.verdict !== 'different';
}
