import type { RequestCount } from '../http/request-count.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { applyUndo } from '../undo/apply-undo.js';
import type { ApplyContext } from './apply-context.js';
import { applyPush } from './apply-push.js';
import { DoneSoFar } from './done-so-far.js';
import type { PushIssue, PushResult } from './push-result.js';
import { refuseConflicts } from './refuse-conflicts.js';

export interface ApplyPlanOptions {
  readonly openAttachment: ApplyContext['openAttachment'];
  /** Checked between two requests: a request that is on its way is always finished. */
  readonly signal?: AbortSignal;
  /** Filled on the way, for those who want to know what was written when it fails. */
  readonly done?: DoneSoFar;
  /** Id of the push in the history; undefined: it is not kept there. */
  readonly push?: string;
}

/**
 * Carries out a plan, whatever its purpose. A plan with conflicts is refused.
 *
 * @throws `plan.conflict` with all of them
 */
export async function applyPlan(
  base: PlanContext,
  plan: Plan,
  options: ApplyPlanOptions,
): Promise<PushResult> {
  refuseConflicts(plan);
  const started = base.countRequests();
  const notices: PushIssue[] = [];
  const notice = (issue: PushIssue): void => void notices.push(issue);
  const context = uninterrupted(base, { plan, notice, openAttachment: options.openAttachment });
  const { done = new DoneSoFar(), push = crypto.randomUUID(), signal } = options;
  const outcome =
    plan.purpose === 'undo'
      ? await applyUndo(context, { signal, done })
      : await applyPush(context, { signal, done, push });
  const { number, type, family } = plan.document;
  const ended = base.countRequests();
  return {
    document: { number, type, family },
    ...outcome,
    issues: [...outcome.issues, ...notices],
    requests: total(plan.requests.spent, started, ended),
  };
}

/** Without the signal: what has been sent is waited for, and the steps in between are where it stops. */
function uninterrupted(
  base: PlanContext,
  own: Pick<ApplyContext, 'plan' | 'openAttachment' | 'notice'>,
): ApplyContext {
  const context: { -readonly [Name in keyof ApplyContext]: ApplyContext[Name] } = { ...base, ...own };
  delete context.signal;
  return context;
}

function total(spent: RequestCount, started: RequestCount, ended: RequestCount): RequestCount {
  return { read: spent.read + ended.read - started.read, write: spent.write + ended.write - started.write };
}
