import type { StoredOpportunity, StoredQuote } from '../contract/records.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import { familyMarker } from '../plan/markers.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { BeforeFields, BeforeImage, BeforeQuote } from '../state/before-image-store.js';

/** The records of a family that an undo is about, as they stand now. */
export interface UndoneRecords {
  readonly opportunity?: StoredOpportunity;
  readonly quote?: StoredQuote;
}

/**
 * By the id that the push got, else by binding; a record whose creation was cut off, by marker: it may have arrived.
 */
export async function readUndone(
  context: PlanContext,
  image: BeforeImage,
  memory: FamilyMemory,
): Promise<UndoneRecords> {
  const { opportunities, quotes } = context.contactManager;
  const options = callOptions(context);
  const opportunityRecord = image.records.find((record) => record.kind === 'opportunity');
  const quoteRecord = image.records.find((record) => record.kind === 'quote');
  const opportunityId = opportunityRecord?.id ?? memory.opportunity?.recordId;
  const quoteId = quoteRecord?.id ?? memory.quote?.recordId;
  const opportunity =
    opportunityId === undefined
      ? await findOpportunity(context, image, opportunityRecord)
      : await opportunities.get(opportunityId, options);
  const quote =
    quoteId === undefined
      ? await findQuote(context, image, quoteRecord, opportunity)
      : await quotes?.get(quoteId, options);
  return {
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
  };
}

async function findOpportunity(
  context: PlanContext,
  { family }: BeforeImage,
  record: BeforeFields | undefined,
): Promise<StoredOpportunity | undefined> {
  if (record === undefined) return undefined;
  const { clientId, title } = record.wrote;
  if (typeof clientId !== 'string') return undefined;
  const titles = typeof title === 'string' ? [title] : [];
  const { opportunities } = context.contactManager;
  return only(
    await opportunities.findByMarker(familyMarker(family), { clientId, titles }, callOptions(context)),
  );
}

async function findQuote(
  context: PlanContext,
  { family }: BeforeImage,
  record: BeforeQuote | undefined,
  opportunity: StoredOpportunity | undefined,
): Promise<StoredQuote | undefined> {
  const { quotes } = context.contactManager;
  if (record === undefined || opportunity === undefined || quotes === undefined) return undefined;
  const scope = { opportunityId: opportunity.id };
  const found = only(await quotes.findByMarker(familyMarker(family), scope, callOptions(context)));
  return found === undefined || found.lines !== undefined
    ? found
    : quotes.get(found.id, callOptions(context));
}

/** Of several, none is ours for certain; they are left. */
function only<Found>(found: readonly Found[]): Found | undefined {
  return found.length === 1 ? found[0] : undefined;
}
