import type { QuoteLineFields, StoredQuoteLine } from '../contract/records.js';
import { multiply, round, zero, type DecimalText } from '../domain/decimal.js';
import { matchWritten } from '../apply/match-written.js';
import type { LineOperation } from '../plan/operation.js';

/** A line of the document beside the PSA's line that stands for it. */
export interface LinePair {
  readonly key: string;
  readonly label: string;
  readonly wanted: QuoteLineFields;
  /** Undefined: the PSA shows no such line. */
  readonly stored?: StoredQuoteLine;
}

export interface LinePairs {
  readonly pairs: readonly LinePair[];
  /** Lines of ours that should not be there: of an earlier version, or doubles. */
  readonly gone: readonly StoredQuoteLine[];
  /** Lines that people added. */
  readonly foreign: readonly StoredQuoteLine[];
}

export function linePairs(
  lines: readonly LineOperation[],
  stored: readonly StoredQuoteLine[] | undefined,
): LinePairs {
  const matched = matchWritten(lines, stored ?? []);
  const pairs = lines.flatMap(({ key, label, wanted }): readonly LinePair[] => {
    if (wanted === undefined) return [];
    const there = matched.ours.get(key);
    return [{ key, label, wanted, ...(there === undefined ? {} : { stored: there }) }];
  });
  return { pairs, gone: matched.gone, foreign: matched.foreign.map(({ line }) => line) };
}

/** What the line comes to in the document, before it is rounded. */
export function wantedAmount({ wanted }: LinePair): DecimalText {
  return wanted.kind === 'heading' ? zero : multiply(wanted.quantity, wanted.price);
}

/** What the line comes to in the PSA by its own word, before it is rounded; without one, its quantity times its price. */
export function storedAmount(line: StoredQuoteLine): DecimalText {
  if (line.kind === 'heading') return zero;
  return line.amount ?? multiply(line.quantity ?? zero, line.price ?? zero);
}

/**
 * Whole cents of a figure that a PSA calculated. PSAs calculate with floating point, where 1.1 × 1.15 is a little less than
 * 1.265: what lies beyond the eighth place is no money.
 */
export function cents(value: DecimalText): DecimalText {
  return round(round(value, 8));
}
