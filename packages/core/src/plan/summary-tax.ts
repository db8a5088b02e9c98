import { amountText } from '../domain/amount-text.js';
import { compare, magnitude, round, subtract, type DecimalText } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict } from './plan.js';

/**
 * A tax that the document rounds line by line may be some cents off on the sum. What a summary cannot say within the
 * tolerance is refused before it is written.
 *
 * @param expected what the PSA's taxes give on the summary lines; undefined: not known
 */
export function summaryTaxConflicts(
  document: QuoteDocument,
  policy: PushPolicy,
  expected: DecimalText | undefined,
): readonly Conflict[] {
  const { lineHandling, writeProducts } = policy.opportunity;
  const stated = document.tax.total;
  if (lineHandling !== 'summary' || !writeProducts || stated === undefined || expected === undefined)
    return [];
  const difference = magnitude(subtract(round(stated), expected));
  if (compare(difference, policy.quote.tolerance) <= 0) return [];
  return [
    {
      about: 'opportunity.lineHandling',
      message: `The document states a tax of ${amountText(stated)}, but the tax of its summary is ${amountText(expected)}: a tax that is rounded line by line has no place on one line.`,
      next: `Write every line of such documents (opportunity.lineHandling: detail), or allow a difference of ${amountText(difference)} (quote.tolerance).`,
      candidates: [],
    },
  ];
}
