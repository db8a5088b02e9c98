import type { ApplyContext } from '../apply/apply-context.js';
import { stale } from '../apply/stale-plan.js';
import type { RecordId } from '../contract/records.js';
import { callOptions } from '../plan/plan-context.js';
import { fingerprint } from '../plan/read-remote.js';

/**
 * A record that is to be deleted is as it was when the undo was planned, or gone.
 *
 * @throws `plan.stale` when it is not
 */
export async function verifyUnused(
  context: ApplyContext,
  kind: 'opportunity' | 'quote',
  id: RecordId,
): Promise<void> {
  const { opportunities, quotes } = context.contactManager;
  const options = callOptions(context);
  const now = await (kind === 'opportunity' ? opportunities.get(id, options) : quotes?.get(id, options));
  const planned = context.plan.basis.find((record) => record.kind === kind && record.id === id);
  if (now === undefined || planned?.fingerprint === (await fingerprint(now))) return;
  throw stale(`The ${kind} ${id} was changed in the PSA.`);
}
