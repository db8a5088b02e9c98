import type { StoredQuote } from '../contract/records.js';
import type { DecimalText } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import { planLinks } from '../datalink/plan-links.js';
import { withLinked } from '../datalink/with-linked.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import type { Selection } from '../select/selected-line.js';
import { bringsDecision } from './brings-decision.js';
import { rememberedHash, rememberedPeople, soldToHash } from './document-image.js';
import { editQuote } from './edit-quote.js';
import type { FamilyMemory } from './family-memory.js';
import { linkOpportunity, type LinkedOpportunity } from './link-opportunity.js';
import { familyMarker } from './markers.js';
import type { Operation } from './operation.js';
import { planAttachments } from './plan-attachments.js';
import { planCompletion } from './plan-completion.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { planLines } from './plan-lines.js';
import { planOpportunity, planQuote } from './plan-records.js';
import type { Conflict, DocumentMoney, Match, PlanWarning } from './plan.js';
import type { Reason } from './reason.js';
import { readBoundQuote, readRemote, type RemoteRecords } from './read-remote.js';
import { resolveDocument } from './resolve-document.js';
import { distinctConflicts, settingsConflicts } from './settings-conflicts.js';
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
  /** What the PSA's percentages give; undefined: not known. */
  readonly expectedTax?: DecimalText;
  /** Nothing is written, and the document does not count as pushed. */
  readonly nothing?: true;
}

/** The part of a draft that is about opportunity and quote. */
interface RecordsDraft extends Draft {
  /** Why the opportunity is created as a won one. */
  readonly createdWon?: Reason;
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
  const unchanged =
    isUnchanged(context, input, boundQuote) && !bringsDecision(options.choices, memory)
      ? draftUnchanged(context, input, boundQuote)
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
  const completion =
    unchanged === undefined
      ? await planCompletion(context, document, {
          opportunity: records.remote.opportunity,
          memory,
          createdWon,
          options: records.conflicts.length > 0 ? withoutAsking(options) : options,
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

/** What is going to be refused asks no questions. */
function withoutAsking({ choices }: PlanOptions): Pick<PlanOptions, 'choices'> {
  return choices === undefined ? {} : { choices };
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
    (!writesQuote(context) || boundQuote !== undefined)
  );
}

/** Undefined when the quote is not as it was left: then everything is looked at again. */
function draftUnchanged(
  context: PlanContext,
  { family, memory }: DraftInput,
  quote: StoredQuote | undefined,
): RecordsDraft | undefined {
  if (!writesQuote(context)) {
    const { operations } = unchangedOperations(memory, undefined, familyMarker(family).key, context.policy);
    return { operations, warnings: leftAlone(context, quote), matches: [], conflicts: [], remote: {} };
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
  return { operations, warnings, matches: [], conflicts: [], remote };
}

async function draftRecords(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
  { family, memory, selection, money }: DraftInput,
  boundQuote: StoredQuote | undefined,
): Promise<RecordsDraft> {
  const people =
    rememberedPeople(memory.document, await soldToHash(document)) ??
    (await resolvePeople(context.contactManager, document.soldTo, callOptions(context)));
  const found = await readRemote(context, family, memory, boundQuote, {
    ...(people.clientId === undefined ? {} : { clientId: people.clientId }),
    ...(document.opportunityId === undefined ? {} : { opportunityId: document.opportunityId }),
    titles: [documentTitle(document), document.number, family],
  });
  const linked = await linkOpportunity(context, document, { family, memory, people, remote: found, options });
  if (linked.none !== undefined) return { ...nothingDone, matches: people.matches, warnings: [linked.none] };
  const remote = withOpportunity(found, linked);
  const lineSelection = context.policy.opportunity.writeProducts ? selection.lines : [];
  const resolved = await resolveDocument(context, document, lineSelection, options.application ?? {}, {
    people,
    hasOpportunity: remote.opportunity !== undefined,
    hasQuote: remote.quote !== undefined,
    quoteCurrencyId: remote.quote?.currencyId,
  });
  const { links, contacts, conflicts: linkConflicts } = await planLinks(
    context,
    document,
    lineSelection,
    people,
    memory,
  );
  const isNew = remote.opportunity === undefined;
  const settingsFaults = await settingsConflicts(context, resolved, links.opportunities, isNew);
  const marker = familyMarker(family).key;
  const opportunity = planOpportunity({
    wanted: withLinked(
      wantedOpportunity(document, selection.lines, money, resolved, context.policy),
      links.opportunities,
    ),
    current: remote.opportunity,
    image: remote.opportunity?.id === memory.opportunity?.recordId ? memory.opportunity?.image : undefined,
    marker,
    policy: context.policy,
  });
  const sameQuote = memory.quote !== undefined && memory.quote.recordId === remote.quote?.id;
  const lines = planLines(
    wantedLines(selection.lines, resolved, context.policy).map((line) =>
      withLinked(line, links.lineItems.get(line.key)),
    ),
    remote.quote?.lines,
    sameQuote ? memory.lines : new Map(),
    context.policy.quote.foreignLines,
  );
  const { edits } = memory.quote?.image ?? {};
  const quote = writesQuote(context)
    ? planQuote({
        wanted: withLinked(
          editQuote(wantedQuote(document, resolved, context.policy.defaults), edits, options.choices?.quote),
          links.quotes,
        ),
        current: remote.quote,
        image: sameQuote ? memory.quote.image : undefined,
        marker,
        lines,
        opportunityId: remote.opportunity?.id,
      })
    : undefined;
  return {
    operations: [
      ...resolved.creates,
      ...resolved.updates,
      ...contacts.operations,
      opportunity.operation,
      ...(quote === undefined ? [] : [quote.operation]),
    ],
    matches: [...resolved.matches, ...linked.matches],
    conflicts: distinctConflicts([
      ...resolved.conflicts,
      ...remote.conflicts,
      ...linked.conflicts,
      ...linkConflicts,
      ...settingsFaults,
    ]),
    warnings: [
      ...resolved.warnings,
      ...remote.warnings,
      ...linked.warnings,
      ...contacts.warnings,
      ...opportunity.warnings,
      ...(quote?.warnings ?? leftAlone(context, remote.quote)),
    ],
    remote: quote === undefined ? withoutQuote(remote) : remote,
    ...(resolved.expectedTax === undefined ? {} : { expectedTax: resolved.expectedTax }),
    ...(linked.createdWon === undefined ? {} : { createdWon: linked.createdWon }),
  };
}

const nothingDone = { operations: [], conflicts: [], remote: {}, nothing: true } as const;

function withOpportunity(remote: RemoteRecords, { opportunity }: LinkedOpportunity): RemoteRecords {
  return opportunity === undefined ? remote : { ...remote, opportunity };
}

function withoutQuote({ opportunity }: RemoteRecords): RecordsDraft['remote'] {
  return opportunity === undefined ? {} : { opportunity };
}

function writesQuote({ contactManager, policy }: PlanContext): boolean {
  return contactManager.quotes !== undefined && policy.opportunity.writeProducts;
}

/** A quote that exists although products are not to be written. */
function leftAlone(context: PlanContext, quote: StoredQuote | undefined): readonly PlanWarning[] {
  if (quote === undefined || context.policy.opportunity.writeProducts) return [];
  const message = `The quote ${quote.id} is left as it is, because products are not written (opportunity.writeProducts).`;
  return [{ about: 'quote', message }];
}
