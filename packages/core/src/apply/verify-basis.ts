import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import { familyMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/read-remote.js';
import { operationsByKind } from './operations-by-kind.js';

/**
 * Refuses a plan that the world has moved on from: a record that it relied on is different, a record that it would
 * create exists by now, or a request of another push is on its way and may still create it.
 *
 * @throws `plan.stale` that says what changed
 */
export async function verifyBasis(context: PlanContext, plan: Plan): Promise<void> {
  const { opportunities, quotes } = context.contactManager;
  for (const { kind, id, fingerprint: expected } of plan.basis) {
    const now =
      kind === 'opportunity'
        ? await opportunities.get(id, callOptions(context))
        : await quotes?.get(id, callOptions(context));
    if (now === undefined) throw stale(`The ${kind} ${id} is no longer in the PSA.`);
    if ((await fingerprint(now)) !== expected) throw stale(`The ${kind} ${id} was changed in the PSA.`);
  }
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  verifyIntents(plan, memory);
  verifyAttachments(plan, memory);
  await verifyItems(context, plan);
  await verifyContacts(context, plan);
  await verifyQuote(context, plan);
  const creates = operationsByKind(plan).opportunity;
  if (creates?.action !== 'create') return;
  if (memory.opportunity !== undefined) {
    const still = await opportunities.get(memory.opportunity.recordId, callOptions(context));
    if (still !== undefined) throw existsNow('opportunity', still.id);
  }
  const { clientId, title } = creates.wanted;
  if (clientId === undefined) return;
  const [found] = await opportunities.findByMarker(
    familyMarker(plan.document.family),
    { clientId, titles: title === undefined ? [] : [title] },
    callOptions(context),
  );
  if (found !== undefined) throw existsNow('opportunity', found.id);
}

/** A quote that the plan would create may have been created since, even under an opportunity that people renamed. */
async function verifyQuote(context: PlanContext, plan: Plan): Promise<void> {
  const { opportunity, quote } = operationsByKind(plan);
  if (quote?.action !== 'create' || opportunity === undefined) return;
  const { clientId } = opportunity.wanted;
  const scope =
    opportunity.id === undefined
      ? clientId === undefined
        ? undefined
        : { clientId }
      : { opportunityId: opportunity.id };
  if (scope === undefined) return;
  const marker = familyMarker(plan.document.family);
  const found = await context.contactManager.quotes?.findByMarker(marker, scope, callOptions(context));
  if (found?.[0] !== undefined) throw existsNow('quote', found[0].id);
}

/** What was cut off before the plan was made, planning has waited for and looked up. */
function verifyIntents(plan: Plan, memory: FamilyMemory): void {
  const plannedAt = Date.parse(plan.createdAt);
  if (memory.intents.some((intent) => intent.startedAt >= plannedAt))
    throw stale('A push of this document was cut off after the plan was made.');
}

async function verifyItems(context: PlanContext, plan: Plan): Promise<void> {
  const numbers = operationsByKind(plan).items.map(({ item }) => item.number);
  if (numbers.length === 0) return;
  const findings = await context.contactManager.items?.findByNumbers(numbers, callOptions(context));
  const known = numbers.find((number) => (findings?.found.get(number) ?? []).length > 0);
  if (known !== undefined) throw existsNow('product', known);
}

/** DataLink must not write over what a person has changed since. */
async function verifyContacts(context: PlanContext, plan: Plan): Promise<void> {
  for (const { action, object, id, name, before } of operationsByKind(plan).contacts) {
    if (action !== 'update') continue;
    const names = Object.keys(before);
    const now = await context.contactManager.fields?.read(object, id, names, callOptions(context));
    if (now === undefined) throw stale(`“${name}” is no longer in the PSA.`);
    const changed = names.find((field) => (now[field] ?? '') !== before[field]);
    if (changed !== undefined) throw stale(`The field ${changed} of “${name}” was changed in the PSA.`);
  }
}

function verifyAttachments(plan: Plan, memory: FamilyMemory): void {
  for (const { action, marker, name } of operationsByKind(plan).attachments) {
    if (action === 'create' && memory.attachments.has(marker))
      throw stale(`The file ${name} was uploaded by another push.`);
  }
}

function existsNow(kind: 'opportunity' | 'quote' | 'product', id: string): QuotebridgeError {
  return stale(
    `The ${kind} ${id} exists by now: this plan was carried out already, or somebody else created it.`,
  );
}

function stale(what: string): QuotebridgeError {
  return new QuotebridgeError('plan.stale', `The plan is out of date. ${what}`, {
    next: 'Plan again, look at the new plan, and apply that.',
  });
}
