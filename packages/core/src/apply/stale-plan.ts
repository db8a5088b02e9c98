import { QuotebridgeError } from '../errors/quotebridge-error.js';

/** The refusal of a plan that the world has moved on from. */
export function stale(what: string): QuotebridgeError {
  return new QuotebridgeError('plan.stale', `The plan is out of date. ${what}`, {
    next: 'Plan again, look at the new plan, and apply that.',
  });
}

export function existsNow(kind: 'opportunity' | 'quote' | 'product', id: string): QuotebridgeError {
  return stale(
    `The ${kind} ${id} exists by now: this plan was carried out already, or somebody else created it.`,
  );
}
