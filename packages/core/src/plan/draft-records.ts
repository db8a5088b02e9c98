import type { StoredQuote } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { planLinks } from '../datalink/plan-links.js';
import { withLinked } from '../datalink/with-linked.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { rememberedPeople, soldToHash } from './document-image.js';
import { formerOwners } from './former-owners.js';
import { editQuote } from './edit-quote.js';
import { opportunityStamp, quoteStamp } from './content-stamp.js';
import { decisionOf, type FamilyMemory } from './family-memory.js';
import { lastWritten, lastWrittenLines, writtenElsewhere } from './last-written.js';
import { linkOpportunity, type LinkedOpportunity } from './link-opportunity.js';
import { familyMarker } from './markers.js';
import type { OpportunityOperation, QuoteOperation } from './operation.js';
import { ownershipTable } from './ownership.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { planLines } from './plan-lines.js';
import { planOpportunity, planQuote } from './plan-records.js';
import { planSpares } from './plan-spares.js';
import { readRemote, type RemoteRecords } from './read-remote.js';
import type { Reason } from './reason.js';
import { recordReason } from './record-reason.js';
import { resolveDocument } from './resolve-document.js';
import { distinctConflicts, settingsConflicts } from './settings-conflicts.js';
import { wantedLines } from './wanted-lines.js';
import { documentTitle, wantedOpportunity } from './wanted-opportunity.js';
import { wantedQuote } from './wanted-quote.js';
import type { DraftInput, RecordsDraft } from './draft.js';
import { unsettledItems } from './unsettled-items.js';
import { unwrittenQuote, writesQuote } from './unwritten-quote.js';

/** What becomes of opportunity, quote, products and people: everything is looked at. */
export async function draftRecords(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
  { family, memory, selection, money, rules }: DraftInput,
  boundQuote: StoredQuote | undefined,
): Promise<RecordsDraft> {
  const people =
    rememberedPeople(memory.document, await soldToHash(document)) ??
    (await resolvePeople(context.contactManager, document.soldTo, callOptions(context)));
  const found = await readRemote(context, family, memory, boundQuote, {
    ...(people.clientId === undefined ? {} : { clientId: people.clientId }),
    ...(document.opportunityId === undefined ? {} : { opportunityId: document.opportunityId }),
    titles: [documentTitle(document), document.number, family, ...titlesOnTheWay(memory)],
  });
  const linked = await linkOpportunity(context, document, { family, memory, people, remote: found, options });
  if (linked.none !== undefined) return { ...nothingDone, matches: people.matches, warnings: [linked.none] };
  const remote = withOpportunity(found, linked);
  const lineSelection = context.policy.opportunity.writeProducts ? selection.lines : [];
  const resolved = await resolveDocument(context, document, lineSelection, rules, {
    people,
    hasOpportunity: remote.opportunity !== undefined,
    hasQuote: remote.quote !== undefined,
    unsettledItems: unsettledItems(memory.intents),
    quoteCurrencyId: remote.quote?.currencyId,
  });
  const {
    links,
    contacts,
    conflicts: linkConflicts,
  } = await planLinks(context, document, lineSelection, people, memory);
  const isNew = remote.opportunity === undefined;
  const settingsFaults = await settingsConflicts(context, resolved, links.opportunities, isNew);
  const marker = familyMarker(family).key;
  const opportunityWanted = withLinked(
    wantedOpportunity(document, selection.lines, money, resolved, context.policy),
    links.opportunities,
  );
  const opportunityBefore = {
    binding: memory.opportunity,
    current: remote.opportunity,
    stamp: await opportunityStamp(opportunityWanted.fields),
  };
  const ownership = ownershipTable(context.policy);
  const opportunity = planOpportunity({
    wanted: opportunityWanted,
    current: remote.opportunity,
    image: lastWritten({ ...opportunityBefore, wanted: opportunityWanted.fields }),
    marker,
    ownership: ownership.opportunity,
  });
  const linesWanted = wantedLines(selection.lines, resolved, context.policy, rules).map((line) =>
    withLinked(line, links.lineItems.get(line.key)),
  );
  const { edits } = decisionOf(memory, 'edits', document.number) ?? memory.quote?.image ?? {};
  const quoteWanted = withLinked(
    editQuote(wantedQuote(document, resolved, rules), edits, options.choices?.quote),
    links.quotes,
  );
  const quoteBefore = {
    binding: memory.quote,
    current: remote.quote,
    stamp: await quoteStamp(
      quoteWanted.fields,
      linesWanted.map(({ key, fields }) => ({ key, wanted: fields })),
    ),
  };
  const lines = planLines(
    linesWanted,
    remote.quote?.lines,
    lastWrittenLines({ ...quoteBefore, remembered: memory.lines, wanted: linesWanted }),
    { foreignLines: context.policy.quote.foreignLines, ownership: ownership.lines },
  );
  const quote = writesQuote(context)
    ? planQuote({
        wanted: quoteWanted,
        current: remote.quote,
        image: lastWritten({ ...quoteBefore, wanted: quoteWanted.fields }),
        marker,
        lines,
        ownership: ownership.quote,
        opportunityId: remote.opportunity?.id,
      })
    : undefined;
  const why = {
    opportunity: recordReason({
      kind: 'opportunity',
      id: remote.opportunity?.id,
      bound: memory.opportunity?.recordId,
      named: document.opportunityId,
      chosen: linked.matches.find(({ kind }) => kind === 'opportunity')?.id,
      marker,
    }),
    quote: recordReason({ kind: 'quote', id: remote.quote?.id, bound: memory.quote?.recordId, marker }),
  };
  const spares = await planSpares(context, remote.spares, {
    family,
    intents: memory.intents,
    stamps: { opportunity: opportunityBefore.stamp, quote: quoteBefore.stamp },
  });
  const operations = [
    ...spares.operations,
    ...resolved.creates,
    ...resolved.updates,
    ...contacts.operations,
    withRecordReason(opportunity.operation, why.opportunity),
    ...(quote === undefined ? [] : [withRecordReason(quote.operation, why.quote)]),
  ];
  return {
    operations,
    matches: [
      ...resolved.matches,
      ...linked.matches,
      ...(await formerOwners(operations, context.readLookup)),
    ],
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
      ...spares.warnings,
      ...linked.warnings,
      ...contacts.warnings,
      ...writtenElsewhere('opportunity', opportunityBefore),
      ...(quote === undefined ? [] : writtenElsewhere('quote', quoteBefore)),
      ...opportunity.warnings,
      ...(quote?.warnings ?? unwrittenQuote(context, remote.quote, options.choices?.quote)),
    ],
    remote: quote === undefined ? withoutQuote(remote) : remote,
    basis: spares.basis,
    taxFigures: resolved.taxFigures,
    ...(linked.createdWon === undefined ? {} : { createdWon: linked.createdWon }),
  };
}

const nothingDone = { operations: [], conflicts: [], remote: {}, nothing: true } as const;

function withOpportunity(remote: RemoteRecords, { opportunity }: LinkedOpportunity): RemoteRecords {
  return opportunity === undefined ? remote : { ...remote, opportunity };
}

/** Beside the reasons of its fields, why it is this record. */
function withRecordReason<Of extends OpportunityOperation | QuoteOperation>(
  operation: Of,
  record: Reason,
): Of {
  return { ...operation, reasons: { ...operation.reasons, record } };
}

function withoutQuote({ opportunity }: RemoteRecords): RecordsDraft['remote'] {
  return opportunity === undefined ? {} : { opportunity };
}

/** The document may have been renamed since a push of it was cut off. */
function titlesOnTheWay({ intents }: FamilyMemory): readonly string[] {
  return intents.flatMap(({ title }) => (title === undefined ? [] : [title]));
}
