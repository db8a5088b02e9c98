import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { conflictsData } from '../plan/conflicts-data.js';
import type { Plan } from '../plan/plan.js';

/** @throws `plan.conflict` with all of them */
export function refuseConflicts(plan: Pick<Plan, 'conflicts'>): void {
  const [first, ...more] = plan.conflicts;
  if (first === undefined) return;
  const several = `${plan.conflicts.length} questions are open; nothing was written. The first: ${first.message}`;
  throw new QuotebridgeError('plan.conflict', more.length === 0 ? first.message : several, {
    next: more.length === 0 ? first.next : 'Answer each of them; every one says how.',
    data: conflictsData(plan.conflicts),
  });
}
