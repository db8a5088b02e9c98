import type { ApplyContext } from '../apply/apply-context.js';
import { stale } from '../apply/stale-plan.js';
import { updateSurely } from '../apply/update-surely.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { RemovalOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { verifyUnused } from './verify-unused.js';

/**
 * Deletes a record that a push created. Deleting it again changes nothing, so it may be sent again. Right before, the PSA is
 * asked once more whether somebody has used it.
 *
 * @throws `plan.stale` when somebody has
 */
export async function removeRecord(
  context: ApplyContext,
  { object, id, name }: RemovalOperation,
): Promise<void> {
  const { opportunities, quotes, attachments } = context.contactManager;
  const options = callOptions(context);
  if (object === 'quote') await verifyUnused(context, object, id);
  if (object === 'opportunity') {
    const added = await opportunities.addedByOthers?.(id, options);
    if (added === undefined || added.length > 0)
      throw stale(`Others have used the opportunity ${id} meanwhile (${added?.join(', ') ?? 'not known'}).`);
  }
  const port = { opportunity: opportunities, quote: quotes, attachment: attachments }[object];
  const remove = port?.remove?.bind(port);
  if (remove === undefined)
    throw new QuotebridgeError('capability.unsupported', `The PSA does not delete the ${object} ${id}.`);
  context.report(`Deleting the ${object} ${object === 'attachment' ? name : id}`);
  await updateSurely(context, () => remove(id, options));
}
