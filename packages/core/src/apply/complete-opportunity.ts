import type { RecordId } from '../contract/records.js';
import type { CompletionOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import type { ApplyContext } from './apply-context.js';
import { updateSurely } from './update-surely.js';

/** Closes the opportunity as won or lost. Closing it again changes nothing, so it may be sent again. */
export async function completeOpportunity(
  context: ApplyContext,
  operation: CompletionOperation | undefined,
  opportunityId: RecordId,
): Promise<'won' | 'lost' | undefined> {
  if (operation === undefined) return undefined;
  if (operation.action === 'keep') return operation.outcome;
  context.report(`Completing the opportunity as ${operation.outcome}`);
  const completion = {
    outcome: operation.outcome,
    ...(operation.statusId === undefined ? {} : { statusId: operation.statusId }),
    ...(operation.closureCategoryId === undefined ? {} : { closureCategoryId: operation.closureCategoryId }),
    on: operation.on,
  };
  const { stored } = await updateSurely(context, () =>
    context.contactManager.opportunities.complete(opportunityId, completion, callOptions(context)),
  );
  if (stored !== undefined) context.onOpportunity?.(stored);
  return operation.outcome;
}
