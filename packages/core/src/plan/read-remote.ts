import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import type { Marker } from '../contract/marker.js';
import type { StoredOpportunity, StoredQuote } from '../contract/records.js';
import type { FamilyMemory } from './family-memory.js';
import { familyMarker } from './markers.js';
import { otherClient, otherDocument } from './opportunity-conflicts.js';
import type { BasisRecord, Conflict, PlanWarning } from './plan.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { Spare } from './plan-spares.js';

export interface RemoteRecords {
  readonly opportunity?: StoredOpportunity;
  readonly quote?: StoredQuote;
  /** Records that carry our marker, too, because a push of this state was cut off while another machine created the same. */
  readonly spares: readonly Spare[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

/** The quote that the family is bound to; undefined when there is none (any more). */
export async function readBoundQuote(
  context: PlanContext,
  memory: FamilyMemory,
): Promise<StoredQuote | undefined> {
  const id = memory.quote?.recordId;
  return id === undefined ? undefined : context.contactManager.quotes?.get(id, callOptions(context));
}

/**
 * The family's opportunity and quote: by binding, else by marker. A marker is looked for before anything is created,
 * because another machine, or a push that was cut off, may have created it. It is looked for on both records: an
 * opportunity that people renamed may only be found through its quote.
 */
export async function readRemote(
  context: PlanContext,
  family: string,
  memory: FamilyMemory,
  boundQuote: StoredQuote | undefined,
  scope: RemoteScope,
): Promise<RemoteRecords> {
  const search: Search = {
    context,
    family,
    marker: familyMarker(family),
    conflicts: [],
    warnings: [],
    spares: [],
    wasCreating: (kind) => memory.intents.some(({ operation }) => operation === kind),
  };
  const { quotes } = context.contactManager;
  let opportunity = await findOpportunity(search, memory, scope);
  let quote = boundQuote;
  if (quote === undefined && memory.quote !== undefined && quotes !== undefined) {
    const message = `The quote ${memory.quote.recordId} is no longer in the PSA.`;
    search.warnings.push({ about: 'quote', message });
  }
  if (quote === undefined) quote = await findQuote(search, opportunity, scope);
  if (opportunity === undefined && boundQuote === undefined && quote?.opportunityId !== undefined) {
    opportunity = await context.contactManager.opportunities.get(quote.opportunityId, callOptions(context));
  }
  return {
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
    spares: search.spares,
    conflicts: search.conflicts,
    warnings: search.warnings,
  };
}

export interface RemoteScope {
  readonly clientId?: string;
  readonly titles: readonly string[];
  /** As the document names it. */
  readonly opportunityId?: string;
}

/** From the create of a record to the end of the check whether another machine has created it, too. */
const settleMilliseconds = [500, 1_000, 2_000] as const;

interface Search {
  readonly context: PlanContext;
  readonly family: string;
  readonly marker: Marker;
  readonly conflicts: Conflict[];
  readonly warnings: PlanWarning[];
  readonly spares: Spare[];
  /** Whether a push of this state was cut off between the create of such a record and what follows it. */
  readonly wasCreating: (kind: 'opportunity' | 'quote') => boolean;
}

async function findOpportunity(
  search: Search,
  memory: FamilyMemory,
  scope: RemoteScope,
): Promise<StoredOpportunity | undefined> {
  const { context, family, marker, conflicts, warnings } = search;
  const { opportunities } = context.contactManager;
  const boundId = memory.opportunity?.recordId ?? scope.opportunityId;
  if (boundId !== undefined) {
    const bound = await opportunities.get(boundId, callOptions(context));
    if (bound !== undefined) {
      if (memory.opportunity === undefined) conflicts.push(...whyNotOurs(bound, scope, family));
      return bound;
    }
    const message = `The opportunity ${boundId} is no longer in the PSA.`;
    warnings.push({ about: 'opportunity', message });
  }
  if (scope.clientId === undefined) return undefined;
  const where = { clientId: scope.clientId, titles: scope.titles };
  const find = (): Promise<readonly StoredOpportunity[]> =>
    opportunities.findByMarker(marker, where, callOptions(context));
  return theOnly(await settled(search, 'opportunity', find), 'opportunity', search);
}

async function findQuote(
  search: Search,
  opportunity: StoredOpportunity | undefined,
  { clientId }: RemoteScope,
): Promise<StoredQuote | undefined> {
  const { context, marker, conflicts } = search;
  const { quotes } = context.contactManager;
  if (quotes === undefined || conflicts.length > 0) return undefined;
  if (opportunity === undefined && clientId === undefined) return undefined;
  const where = opportunity === undefined ? { clientId: clientId ?? '' } : { opportunityId: opportunity.id };
  const find = (): Promise<readonly StoredQuote[]> =>
    quotes.findByMarker(marker, where, callOptions(context));
  const found = theOnly(await settled(search, 'quote', find), 'quote', search);
  if (found === undefined || found.lines !== undefined) return found;
  return quotes.get(found.id, callOptions(context));
}

/** The quoting tool may name any opportunity. */
function whyNotOurs(bound: StoredOpportunity, scope: RemoteScope, family: string): readonly Conflict[] {
  return [
    otherClient(
      bound,
      scope.clientId,
      `The document names the opportunity ${bound.id}, which belongs to another client.`,
      'Correct the link to the opportunity in the quoting tool (SoldToCMOppRecID), or the sold-to company.',
    ),
    otherDocument(bound, family),
  ].filter((conflict) => conflict !== undefined);
}

/** Of several, machines that are pushing the same document at this moment delete all but the first. They are given the time. */
async function settled<Found>(
  { context, family }: Search,
  kind: 'opportunity' | 'quote',
  find: () => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  let found = await find();
  for (const wait of settleMilliseconds) {
    if (found.length < 2) break;
    context.report(
      `There are ${found.length} of the ${kind} of ${family}; waiting whether another machine is creating it`,
    );
    await context.clock.sleep(wait, context.signal);
    found = await find();
  }
  return found;
}

/**
 * Several records under one marker are a question for a person; but when a push of ours was cut off while it created one, another
 * machine has done so in the same instant: both keep the first.
 */
function theOnly<Found extends { readonly id: string; readonly title?: string }>(
  found: readonly Found[],
  kind: 'opportunity' | 'quote',
  { marker, conflicts, spares, wasCreating }: Search,
): Found | undefined {
  const [only, ...more] = found;
  if (more.length === 0) return only;
  if (only !== undefined && wasCreating(kind)) {
    spares.push(...more.map(({ id }) => ({ kind, id, kept: only.id })));
    return only;
  }
  conflicts.push({
    about: kind,
    message: `${found.length} records (${kind}) carry the marker ${marker.key}.`,
    next: 'Remove the marker from all but one of them in the PSA.',
    candidates: found.map(({ id, title }) => ({ id, name: title ?? id })),
  });
  return undefined;
}

/** Fingerprint of a record as read; links are left out, they say nothing about the record. */
export async function fingerprint(record: StoredOpportunity | StoredQuote): Promise<string> {
  return sha256(canonicalJson(withoutLink(record)));
}

function withoutLink<Stored extends { readonly url?: string }>({
  url: _,
  ...record
}: Stored): Omit<Stored, 'url'> {
  return record;
}

export async function basisOf({
  opportunity,
  quote,
}: Pick<RemoteRecords, 'opportunity' | 'quote'>): Promise<readonly BasisRecord[]> {
  const basis: BasisRecord[] = [];
  if (opportunity !== undefined) {
    const { id } = opportunity;
    basis.push({
      kind: 'opportunity',
      id,
      fingerprint: await fingerprint(opportunity),
      seen: withoutLink(opportunity),
    });
  }
  if (quote !== undefined) {
    const { id } = quote;
    basis.push({ kind: 'quote', id, fingerprint: await fingerprint(quote), seen: withoutLink(quote) });
  }
  return basis;
}
