import type { StoredQuote } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { bringsDecision } from './brings-decision.js';
import { rememberedHash } from './document-image.js';
import { isLastWritten } from './last-written.js';
import { keepsItsOpportunity } from './keeps-its-opportunity.js';
import { familyMarker } from './markers.js';
import { planAttachments } from './plan-attachments.js';
import { planCompletion } from './plan-completion.js';
import type { PlanContext } from './plan-context.js';
import { readBoundQuote } from './read-remote.js';
import { unchangedOperations } from './unchanged-operations.js';
import type { Draft, DraftInput, RecordsDraft } from './draft.js';
import { draftRecords } from './draft-records.js';
import { unwrittenQuote, writesQuote } from './unwritten-quote.js';
import { withoutAsking } from './without-asking.js';

/** Operations, conflicts and warnings of a document that does not contradict itself. */
export async function draftPlan(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
  input: DraftInput,
): Promise<Draft> {
  const { family, memory } = input;
  const boundQuote = await readBoundQuote(context, memory);
  const unchanged =
    options.everything !== true &&
    isUnchanged(context, input, boundQuote) &&
    !bringsDecision(options.choices, memory, boundQuote)
      ? draftUnchanged(context, document, input, boundQuote, options)
      : undefined;
  const drafted = unchanged ?? (await draftRecords(context, document, options, input, boundQuote));
  if (drafted.nothing === true) return drafted;
  const { createdWon, ...records } = drafted;
  const opportunityId = records.remote.opportunity?.id ?? memory.opportunity?.recordId;
  const isNew = records.operations.some(
    (operation) => operation.kind === 'opportunity' && operation.action === 'create',
  );
  const files = await planAttachments(
    context,
    family,
    options.attachments ?? [],
    memory,
    isNew ? undefined : opportunityId,
  );
  const isRefused = records.conflicts.length + files.conflicts.length > 0;
  const completion =
    unchanged === undefined
      ? await planCompletion(context, document, {
          opportunity: records.remote.opportunity,
          memory,
          createdWon,
          options: isRefused ? withoutAsking(options) : options,
        })
      : { conflicts: [], warnings: [] };
  return {
    ...records,
    operations: [
      ...records.operations,
      ...files.operations,
      ...(completion.operation === undefined ? [] : [completion.operation]),
    ],
    conflicts: [...records.conflicts, ...files.conflicts, ...completion.conflicts],
    warnings: [...records.warnings, ...files.warnings, ...completion.warnings],
  };
}

/** The same document as last time under the same settings, with nothing left half-done: only the quote is looked at. */
function isUnchanged(
  context: PlanContext,
  { memory, hash }: DraftInput,
  boundQuote: StoredQuote | undefined,
): boolean {
  return (
    rememberedHash(memory.document) === hash &&
    memory.intents.length === 0 &&
    memory.opportunity !== undefined &&
    (!writesQuote(context) || isLastWritten(memory.quote, boundQuote))
  );
}

/** Undefined when the quote is not as it was left: then everything is looked at again. */
function draftUnchanged(
  context: PlanContext,
  document: QuoteDocument,
  { family, memory }: DraftInput,
  quote: StoredQuote | undefined,
  { choices }: Pick<PlanOptions, 'choices'>,
): RecordsDraft | undefined {
  const kept = keepsItsOpportunity(document.number, memory.opportunity?.recordId, choices?.opportunity);
  if (!writesQuote(context)) {
    const { operations } = unchangedOperations(memory, undefined, familyMarker(family).key, context.policy);
    const warnings = [...unwrittenQuote(context, quote, choices?.quote), ...kept];
    return { operations, warnings, matches: [], conflicts: [], remote: {} };
  }
  if (quote?.opportunityId !== undefined && quote.opportunityId !== memory.opportunity?.recordId)
    return undefined;
  const { operations, warnings } = unchangedOperations(
    memory,
    quote,
    familyMarker(family).key,
    context.policy,
  );
  if (operations.some(({ action }) => action !== 'keep')) return undefined;
  const remote = quote === undefined ? {} : { quote };
  return { operations, warnings: [...warnings, ...kept], matches: [], conflicts: [], remote };
}
