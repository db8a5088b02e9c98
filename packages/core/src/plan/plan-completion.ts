import type { StoredOpportunity } from '../contract/records.js';
import type { IsoDate, QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolveSetting } from '../resolve/resolve-setting.js';
import { decideCompletion } from './decide-completion.js';
import { decisionOf, type FamilyMemory } from './family-memory.js';
import type { CompletionOperation } from './operation.js';
import type { Conflict, PlanWarning } from './plan.js';
import type { PlanContext } from './plan-context.js';
import type { Reason } from './reason.js';

export interface PlannedCompletion {
  readonly operation?: CompletionOperation;
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

export interface CompletionInput {
  readonly opportunity: StoredOpportunity | undefined;
  readonly memory: FamilyMemory;
  /** Why the opportunity is created as a won one; undefined when it is not. */
  readonly createdWon: Reason | undefined;
  readonly options: Pick<PlanOptions, 'choices' | 'ask'>;
}

/** Whether this document completes its opportunity as won. A lost opportunity is never made a won one. */
export async function planCompletion(
  context: PlanContext,
  document: QuoteDocument,
  { opportunity, memory, createdWon, options }: CompletionInput,
): Promise<PlannedCompletion> {
  const decision = await decideCompletion({
    document,
    policy: context.policy.opportunity,
    outcome: opportunity?.outcome,
    createdWon,
    choices: options.choices ?? {},
    decidedBefore: decisionOf(memory, 'won', document.number) !== undefined,
    ask: options.ask,
  });
  if (decision === undefined) return { conflicts: [], warnings: [] };
  if ('warning' in decision) return { conflicts: [], warnings: [decision.warning] };
  const on = conversionDate(context, document);
  const base = { kind: 'completion', outcome: 'won', on, reason: decision.because } as const;
  if (opportunity?.outcome === 'won')
    return { operation: { ...base, action: 'keep' }, conflicts: [], warnings: [] };
  if (opportunity?.outcome === 'lost') {
    const message = `The opportunity ${opportunity.id} is closed as lost in the PSA and stays so.`;
    const next = 'Open it again in the PSA and push once more, or dismiss this when it is right.';
    return { conflicts: [], warnings: [{ about: 'completion', message, next }] };
  }
  const { ids, conflicts } = await completionIds(context, document, decision.because);
  const before = opportunity === undefined ? {} : { before: standing(opportunity) };
  return { operation: { ...base, action: 'update', ...ids, ...before }, conflicts, warnings: [] };
}

function standing({ outcome, statusId }: StoredOpportunity): NonNullable<CompletionOperation['before']> {
  return { outcome, ...(statusId === undefined ? {} : { statusId }) };
}

async function completionIds(
  context: PlanContext,
  document: QuoteDocument,
  because: Reason,
): Promise<{
  readonly ids: Pick<CompletionOperation, 'statusId' | 'closureCategoryId'>;
  readonly conflicts: readonly Conflict[];
}> {
  const { wonStatus, closureCategory } = context.policy.opportunity;
  const conflicts: Conflict[] = [];
  const idOf = async (lookup: string, text: string, setting: string): Promise<string | undefined> => {
    const resolved = await resolveSetting(context.readLookup, lookup, text, setting);
    if ('entry' in resolved) return resolved.entry.id;
    conflicts.push(resolved.conflict);
    return undefined;
  };
  const statusId =
    wonStatus === undefined ? undefined : await idOf('statuses', wonStatus, 'opportunity.wonStatus');
  if (wonStatus === undefined) {
    conflicts.push({
      about: 'opportunity.wonStatus',
      message: `The ${document.type.toLowerCase()} completes its opportunity, but no won status is set.`,
      next: `Set opportunity.wonStatus to a status of the list “statuses”${otherwise(because)}.`,
      candidates: [],
    });
  }
  const closureCategoryId =
    closureCategory === undefined
      ? undefined
      : await idOf('closureCategories', closureCategory, 'opportunity.closureCategory');
  const ids = {
    ...(statusId === undefined ? {} : { statusId }),
    ...(closureCategoryId === undefined ? {} : { closureCategoryId }),
  };
  return { ids, conflicts };
}

/** How to do without a won status. */
function otherwise({ from }: Reason): string {
  return from === 'setting'
    ? ', or opportunity.completeOn to never'
    : ', or push the document without winning an opportunity';
}

/** The quoting tool dates an order or invoice on the day it was converted. */
function conversionDate(context: PlanContext, document: QuoteDocument): IsoDate {
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  return context.policy.opportunity.conversionDate === 'today' ? today : (document.date ?? today);
}
