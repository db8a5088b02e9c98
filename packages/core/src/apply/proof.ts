import type { BillingPeriod } from '../domain/billing-period.js';
import type { DecimalText } from '../domain/decimal.js';

/** The comparison of the document's money with what the PSA says it has stored. */
export interface Proof {
  readonly verdict: 'equal' | 'different';
  /** `answer`: the PSA's answer to the write showed every line; `readBack`: the quote was read again. */
  readonly source: 'answer' | 'readBack';
  readonly sums: readonly ProofSum[];
  /** Lines that differ, at most twenty. */
  readonly lines: readonly ProofLine[];
}

export interface ProofSum {
  /** A billing period, the tax, or the options of a period. */
  readonly of: BillingPeriod | 'tax' | `optional ${BillingPeriod}`;
  readonly document: DecimalText;
  readonly stored: DecimalText;
}

export interface ProofLine {
  readonly key: string;
  readonly label: string;
  readonly field: 'quantity' | 'price' | 'cost' | 'billingPeriod' | 'optional' | 'missing' | 'unexpected';
  readonly document: string;
  readonly stored: string;
}
