import type { StoredOpportunity } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { resolveSetting } from '../resolve/resolve-setting.js';
import type { CompletionOperation } from './operation.js';
import type { Conflict, PlanWarning } from './plan.js';
import type { PlanContext } from './plan-context.js';
import type { Reason } from './reason.js';

export interface PlannedCompletion {
  readonly operation?: CompletionOperation;
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

/** Whether this document completes its opportunity as won. A lost opportunity is never made a won one behind people's backs. */
export async function planCompletion(
  context: PlanContext,
  document: QuoteDocument,
  opportunity: StoredOpportunity | undefined,
): Promise<PlannedCompletion> {
  const { completeOn, wonStatus, closureCategory } = context.policy.opportunity;
  const due =
    (completeOn === 'order' && document.type !== 'QUOTE') ||
    (completeOn === 'invoice' && document.type === 'INVOICE');
  if (!due) return { conflicts: [], warnings: [] };
  const reason: Reason = {
    from: 'setting',
    at: 'opportunity.completeOn',
    text: `the document is an ${document.type.toLowerCase()}`,
  };
  if (opportunity?.outcome === 'won') {
    return {
      operation: { kind: 'completion', action: 'keep', outcome: 'won', reason },
      conflicts: [],
      warnings: [],
    };
  }
  if (opportunity?.outcome === 'lost') {
    const message = `The opportunity ${opportunity.id} is closed as lost in the PSA and stays so.`;
    return { conflicts: [], warnings: [{ about: 'completion', message }] };
  }
  const conflicts: Conflict[] = [];
  if (wonStatus === undefined) {
    conflicts.push({
      about: 'opportunity.wonStatus',
      message: `The ${document.type.toLowerCase()} completes its opportunity, but no won status is set.`,
      next: 'Set opportunity.wonStatus to a status of the list “statuses”, or opportunity.completeOn to never.',
      candidates: [],
    });
    return { conflicts, warnings: [] };
  }
  const status = await resolveSetting(context.readLookup, 'statuses', wonStatus, 'opportunity.wonStatus');
  if ('conflict' in status) conflicts.push(status.conflict);
  const category =
    closureCategory === undefined
      ? undefined
      : await resolveSetting(
          context.readLookup,
          'closureCategories',
          closureCategory,
          'opportunity.closureCategory',
        );
  if (category !== undefined && 'conflict' in category) conflicts.push(category.conflict);
  return {
    operation: {
      kind: 'completion',
      action: 'update',
      outcome: 'won',
      ...('entry' in status ? { statusId: status.entry.id } : {}),
      ...(category !== undefined && 'entry' in category ? { closureCategoryId: category.entry.id } : {}),
      reason,
    },
    conflicts,
    warnings: [],
  };
}
