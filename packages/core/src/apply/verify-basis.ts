import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { rememberFamily } from '../plan/family-memory.js';
import { familyMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { fingerprint } from '../plan/read-remote.js';

/**
 * Refuses a plan that the world has moved on from: a record that it relied on is different, or a record that it would
 * create exists by now.
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
  const creates = plan.operations.find(
    (operation) => operation.kind === 'opportunity' && operation.action === 'create',
  );
  if (creates?.kind !== 'opportunity') return;
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  if (memory.opportunity !== undefined) {
    const still = await opportunities.get(memory.opportunity.recordId, callOptions(context));
    if (still !== undefined) throw stale(`The opportunity ${still.id} was created by another push.`);
  }
  const { clientId, title } = creates.wanted;
  if (clientId === undefined) return;
  const [found] = await opportunities.findByMarker(
    familyMarker(plan.document.family),
    { clientId, titles: title === undefined ? [] : [title] },
    callOptions(context),
  );
  if (found !== undefined) throw stale(`The opportunity ${found.id} was created by another push.`);
}

function stale(what: string): QuotebridgeError {
  return new QuotebridgeError('plan.stale', `The plan is out of date. ${what}`, {
    next: 'Plan again, look at the new plan, and apply that.',
  });
}
