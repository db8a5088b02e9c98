import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import { familyMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { operationsByKind } from './operations-by-kind.js';
import { refuseStale } from './stale-findings.js';
import { existsNow, stale } from './stale-plan.js';
import { verifyContacts } from './verify-contacts.js';
import { verifyItems } from './verify-items.js';
import { verifyRecords } from './verify-records.js';
import { verifySources, type PlanSources } from './verify-sources.js';

/**
 * Refuses a plan that the world has moved on from: the document, the settings, a file or a record that it relied on is
 * different, a record that it would create exists by now, or a request of another push is on its way and may still
 * create it.
 *
 * @throws `plan.stale` that says what changed, value by value
 */
export async function verifyBasis(context: PlanContext, plan: Plan, sources: PlanSources): Promise<void> {
  refuseStale([...(await verifySources(context, plan, sources)), ...(await verifyRecords(context, plan))]);
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  verifyIntents(plan, memory);
  verifyAttachments(plan, memory);
  await verifyItems(context, plan);
  await verifyContacts(context, plan);
  await verifyQuote(context, plan, memory);
  await verifyOpportunity(context, plan, memory);
}

/** The document may have got another opportunity than the one that the plan creates or takes. */
async function verifyOpportunity(context: PlanContext, plan: Plan, memory: FamilyMemory): Promise<void> {
  const { opportunities } = context.contactManager;
  const planned = operationsByKind(plan).opportunity;
  if (planned === undefined) return;
  const bound = memory.opportunity?.recordId;
  if (bound !== undefined && bound !== planned.id) {
    const still = await opportunities.get(bound, callOptions(context));
    if (still !== undefined) throw existsNow('opportunity', still.id);
  }
  const isTaken = plan.matches.some(({ kind }) => kind === 'opportunity');
  const { clientId, title } = planned.image;
  if ((planned.action !== 'create' && !isTaken) || clientId === undefined) return;
  const found = await opportunities.findByMarker(
    familyMarker(plan.document.family),
    { clientId, titles: title === undefined ? [] : [title] },
    callOptions(context),
  );
  const another = found.find(({ id }) => id !== planned.id);
  if (another !== undefined) throw existsNow('opportunity', another.id);
}

/** A quote that the plan would create may have been created since, even under an opportunity that people renamed. */
async function verifyQuote(context: PlanContext, plan: Plan, memory: FamilyMemory): Promise<void> {
  const { opportunity, quote } = operationsByKind(plan);
  if (quote?.action !== 'create' || opportunity === undefined) return;
  const { quotes } = context.contactManager;
  if (memory.quote !== undefined) {
    const still = await quotes?.get(memory.quote.recordId, callOptions(context));
    if (still !== undefined) throw existsNow('quote', still.id);
  }
  const { clientId } = opportunity.image;
  const scope =
    opportunity.id === undefined
      ? clientId === undefined
        ? undefined
        : { clientId }
      : { opportunityId: opportunity.id };
  if (scope === undefined) return;
  const marker = familyMarker(plan.document.family);
  const found = await quotes?.findByMarker(marker, scope, callOptions(context));
  if (found?.[0] !== undefined) throw existsNow('quote', found[0].id);
}

/** What was cut off before the plan was made, planning has waited for and looked up. */
function verifyIntents(plan: Plan, memory: FamilyMemory): void {
  const plannedAt = Date.parse(plan.createdAt);
  if (memory.intents.some((intent) => intent.startedAt >= plannedAt))
    throw stale('A push of this document was cut off after the plan was made.');
}

function verifyAttachments(plan: Plan, memory: FamilyMemory): void {
  for (const { action, marker, name } of operationsByKind(plan).attachments) {
    if (action === 'create' && memory.attachments.has(marker))
      throw stale(`The file ${name} was uploaded by another push.`);
  }
}
