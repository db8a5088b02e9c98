import type { StoredQuote } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import type { Selection } from '../select/selected-line.js';
import { rememberedHash, rememberedPeople, soldToHash } from './document-image.js';
import type { FamilyMemory } from './family-memory.js';
import { familyMarker } from './markers.js';
import type { Operation } from './operation.js';
import { planAttachments } from './plan-attachments.js';
import { planCompletion } from './plan-completion.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { planLines } from './plan-lines.js';
import { planOpportunity, planQuote } from './plan-records.js';
import type { Conflict, DocumentMoney, Match, PlanWarning } from './plan.js';
import { readBoundQuote, readRemote, type RemoteRecords } from './read-remote.js';
import { resolveDocument } from './resolve-document.js';
import { unchangedOperations } from './unchanged-operations.js';
import { wantedLines } from './wanted-lines.js';
import { documentTitle, wantedOpportunity } from './wanted-opportunity.js';
import { wantedQuote } from './wanted-quote.js';

/** The heart of a plan: what it found, and what it will do about it. */
export interface Draft {
  readonly operations: readonly Operation[];
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
  readonly remote: Pick<RemoteRecords, 'opportunity' | 'quote'>;
}

export interface DraftInput {
  readonly family: string;
  readonly memory: FamilyMemory;
  readonly selection: Selection;
  readonly money: DocumentMoney;
  readonly hash: string;
}

/** Operations, conflicts and warnings of a document that does not contradict itself. */
export async function draftPlan(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
  input: DraftInput,
): Promise<Draft> {
  const { family, memory } = input;
  const boundQuote = await readBoundQuote(context, memory);
  const unchanged = isUnchanged(context, input, boundQuote) ? draftUnchanged(input, boundQuote) : undefined;
  const records = unchanged ?? (await draftRecords(context, document, options, input, boundQuote));

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
  const completion =
    unchanged === undefined
      ? await planCompletion(context, document, records.remote.opportunity)
      : { conflicts: [], warnings: [] };
  return {
    ...records,
    operations: [
      ...records.operations,
      ...files.operations,
      ...(completion.operation === undefined ? [] : [completion.operation]),
    ],
    conflicts: [...records.conflicts, ...files.conflicts, ...completion.conflicts],
    warnings: [...records.warnings, ...completion.warnings],
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
    (context.contactManager.quotes === undefined || boundQuote !== undefined)
  );
}

/** Undefined when the quote is not as it was left: then everything is looked at again. */
function draftUnchanged({ family, memory }: DraftInput, quote: StoredQuote | undefined): Draft | undefined {
  if (quote?.opportunityId !== undefined && quote.opportunityId !== memory.opportunity?.recordId)
    return undefined;
  const { operations, warnings } = unchangedOperations(memory, quote, familyMarker(family).key);
  if (operations.some(({ action }) => action !== 'keep')) return undefined;
  const remote = quote === undefined ? {} : { quote };
  return { operations, warnings, matches: [], conflicts: [], remote };
}

async function draftRecords(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
  { family, memory, selection, money }: DraftInput,
  boundQuote: StoredQuote | undefined,
): Promise<Draft> {
  const people =
    rememberedPeople(memory.document, await soldToHash(document)) ??
    (await resolvePeople(context.contactManager, document.soldTo, callOptions(context)));
  const remote = await readRemote(context, family, memory, boundQuote, {
    ...(people.clientId === undefined ? {} : { clientId: people.clientId }),
    ...(document.opportunityId === undefined ? {} : { opportunityId: document.opportunityId }),
    titles: [documentTitle(document), document.number, family],
  });
  const resolved = await resolveDocument(context, document, selection.lines, options.application ?? {}, {
    people,
    hasOpportunity: remote.opportunity !== undefined,
    hasQuote: remote.quote !== undefined,
  });
  const marker = familyMarker(family).key;
  const opportunity = planOpportunity({
    wanted: wantedOpportunity(document, selection.lines, money, resolved, context.policy),
    current: remote.opportunity,
    image: remote.opportunity?.id === memory.opportunity?.recordId ? memory.opportunity?.image : undefined,
    marker,
    policy: context.policy,
  });
  const sameQuote = memory.quote !== undefined && memory.quote.recordId === remote.quote?.id;
  const lines = planLines(
    wantedLines(selection.lines, resolved, context.policy),
    remote.quote?.lines,
    sameQuote ? memory.lines : new Map(),
  );
  const quote =
    context.contactManager.quotes === undefined
      ? undefined
      : planQuote({
          wanted: wantedQuote(document, resolved),
          current: remote.quote,
          image: sameQuote ? memory.quote.image : undefined,
          marker,
          lines,
          opportunityId: remote.opportunity?.id,
        });
  return {
    operations: [
      ...resolved.creates,
      opportunity.operation,
      ...(quote === undefined ? [] : [quote.operation]),
    ],
    matches: resolved.matches,
    conflicts: [...resolved.conflicts, ...remote.conflicts],
    warnings: [...resolved.warnings, ...remote.warnings, ...opportunity.warnings, ...(quote?.warnings ?? [])],
    remote,
  };
}
