import type { StoredQuote } from '../contract/records.js';
import type { QuoteEdits } from '../engine/person-choices.js';
import type { PlanContext } from './plan-context.js';
import type { PlanWarning } from './plan.js';

/** Whether the lines of a document are written at all. */
export function writesQuote({ contactManager, policy }: PlanContext): boolean {
  return contactManager.quotes !== undefined && policy.opportunity.writeProducts;
}

/** What is not done because products are not to be written: a quote that exists, values that a person gave for one. */
export function unwrittenQuote(
  context: PlanContext,
  quote: StoredQuote | undefined,
  edits: QuoteEdits | undefined,
): readonly PlanWarning[] {
  if (context.policy.opportunity.writeProducts) return [];
  const why = 'because products are not written (opportunity.writeProducts)';
  const given = Object.keys(edits ?? {}).join(', ');
  return [
    ...(quote === undefined ? [] : [`The quote ${quote.id} is left as it is, ${why}.`]),
    ...(given === '' ? [] : [`There is no quote that could take ${given}, ${why}.`]),
  ].map((message) => ({ about: 'quote', message }));
}
