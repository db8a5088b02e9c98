import type { RequestCount } from '../http/request-count.js';
import { expectedRequests } from './expected-requests.js';
import { ownershipTable } from './ownership.js';
import type { PlanContext } from './plan-context.js';
import { sealPlan } from './plan-digest.js';
import { planFormat, type Plan } from './plan.js';
import { settingsHashes } from './settings-hashes.js';
import { verifyingRequests } from './verifying-requests.js';

/** What a plan is about; the rest follows from the connection that it is made for. */
export type PlanSubject = Omit<
  Plan,
  | 'format'
  | 'digest'
  | 'connection'
  | 'target'
  | 'contactManager'
  | 'createdAt'
  | 'ownership'
  | 'settings'
  | 'requests'
>;

/**
 * A whole plan, sealed.
 *
 * @param before requests of the connection before the first one of the plan's own
 */
export async function finishPlan(
  context: PlanContext,
  { purpose, undoes, document, ...subject }: PlanSubject,
  before: RequestCount,
): Promise<Plan> {
  const after = context.countRequests();
  const { target } = context.contactManager;
  return sealPlan({
    format: planFormat,
    purpose,
    ...(undoes === undefined ? {} : { undoes }),
    connection: context.connection,
    ...(target === undefined ? {} : { target }),
    contactManager: context.contactManagerId,
    createdAt: new Date(context.clock.now()).toISOString(),
    document,
    ...subject,
    ownership: ownershipTable(context.policy),
    settings: await settingsHashes(context),
    requests: {
      spent: { read: after.read - before.read, write: after.write - before.write },
      expected: expectedRequests(subject.operations, context.policy),
      verifying: verifyingRequests(
        subject.operations,
        subject.basis,
        subject.matches.some(({ kind }) => kind === 'opportunity'),
      ),
    },
  });
}
