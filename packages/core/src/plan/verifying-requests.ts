import type { BasisRecord } from './plan.js';
import type { Operation } from './operation.js';

/**
 * Reads that seeing whether a stored plan still holds takes before it is carried out: one for each record that it relies
 * on, for each contact and search. At least: a PSA may need several for one search.
 */
export function verifyingRequests(
  operations: readonly Operation[],
  basis: readonly BasisRecord[],
  takesOpportunity: boolean,
): number {
  const creates = (kind: 'opportunity' | 'quote'): boolean =>
    operations.some((operation) => operation.kind === kind && operation.action === 'create');
  const searches = [
    operations.some(({ kind }) => kind === 'item' || kind === 'itemUpdate'),
    creates('quote'),
    creates('opportunity') || takesOpportunity,
  ].filter((needed) => needed).length;
  const contacts = operations.filter(({ kind, action }) => kind === 'contact' && action === 'update').length;
  return basis.length + searches + contacts;
}
