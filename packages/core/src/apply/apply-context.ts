import type { StoredOpportunity } from '../contract/records.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import type { PushIssue } from './push-result.js';
import type { Intent, StateChanges } from '../state/state-store.js';

/** Applying one plan. */
export interface ApplyContext extends PlanContext {
  readonly plan: Plan;
  /** Told how the PSA shows the opportunity after a write, where the answer shows it. */
  readonly onOpportunity?: (stored: StoredOpportunity) => void;
  readonly openAttachment: (location: string) => AsyncIterable<Uint8Array>;
  /** Something that a person ought to look at although the push goes on. */
  readonly notice: (issue: PushIssue) => void;
}

/** Changes the family's state in one step. */
export async function commit(context: ApplyContext, changes: StateChanges): Promise<void> {
  await context.state.commit(context.connection, context.plan.document.family, changes);
}

/** Writes down what is about to be sent, so that a rerun knows what to look for. */
export async function openIntent(
  context: ApplyContext,
  operation: string,
  marker: string,
  title?: string,
): Promise<Intent> {
  const intent = {
    id: crypto.randomUUID(),
    operation,
    marker,
    ...(title === undefined ? {} : { title }),
    startedAt: context.clock.now(),
  };
  await commit(context, { openIntent: intent });
  return intent;
}
