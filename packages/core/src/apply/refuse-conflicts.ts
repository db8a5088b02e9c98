import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { Plan } from '../plan/plan.js';

/** @throws `plan.conflict` with all of them */
export function refuseConflicts(plan: Pick<Plan, 'conflicts'>): void {
  const [first, ...more] = plan.conflicts;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new QuotebridgeError('plan.conflict', `${first.message}${others}`, {
    next: first.next,
    data: plan.conflicts.map(({ about, message, next, candidates }) => ({
      about,
      message,
      next,
      candidates: candidates.map(({ id, name }) => ({ id, name })),
    })),
  });
}
