import type { RecordId, StoredOpportunity } from '../contract/records.js';
import type { ExistingOpportunities } from '../engine/engine-types.js';
import { callOptions, type PlanContext } from './plan-context.js';

/** Open opportunities of the client or the user, as `opportunity.listExistingBy` says. One request for each hundred. */
export async function existingOpportunities(
  context: PlanContext,
  people: { readonly clientId: RecordId; readonly userId?: RecordId },
): Promise<ExistingOpportunities> {
  const { clientId, userId } = people;
  const byUser = context.policy.opportunity.listExistingBy === 'user' && userId !== undefined;
  const listed = await context.contactManager.opportunities.list(
    { clientId, openOnly: true, ...(byUser ? { userId } : {}) },
    callOptions(context),
  );
  const opportunities = listed.filter((found) => isOpenOf(found, clientId, byUser ? userId : undefined));
  return { listedBy: byUser ? 'user' : 'client', opportunities };
}

/** A PSA that does not know a filter gives more than was asked for. */
function isOpenOf(opportunity: StoredOpportunity, clientId: RecordId, userId: RecordId | undefined): boolean {
  return (
    opportunity.outcome === 'open' &&
    (opportunity.clientId ?? clientId) === clientId &&
    (userId === undefined || (opportunity.userId ?? userId) === userId)
  );
}
