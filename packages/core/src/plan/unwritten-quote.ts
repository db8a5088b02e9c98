import type { StoredQuote } from '../contract/records.js';
import type { PlanContext } from './plan-context.js';
import type { PlanWarning } from './plan.js';

/** Whether the lines of a document are written at all. */
export function writesQuote({ contactManager, policy }: PlanContext): boolean {
  return contactManager.quotes !== undefined && policy.opportunity.writeProducts;
}

/** A quote that exists although products are not to be written. */
export function unwrittenQuote(context: PlanContext, quote: StoredQuote | undefined): readonly PlanWarning[] {
  if (quote === undefined || context.policy.opportunity.writeProducts) return [];
  const message = `The quote ${quote.id} is left as it is, because products are not written (opportunity.writeProducts).`;
  return [{ about: 'quote', message }];
}
