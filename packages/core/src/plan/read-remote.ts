import { canonicalJson } from '../base/canonical-json.js';
import { sha256 } from '../base/sha256.js';
import type { StoredOpportunity, StoredQuote } from '../contract/records.js';
import type { FamilyMemory } from './family-memory.js';
import { familyMarker } from './markers.js';
import type { BasisRecord, Conflict, PlanWarning } from './plan.js';
import { callOptions, type PlanContext } from './plan-context.js';

export interface RemoteRecords {
  readonly opportunity?: StoredOpportunity;
  readonly quote?: StoredQuote;
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
 * because another machine, or a push that was cut off, may have created it.
 */
export async function readRemote(
  context: PlanContext,
  family: string,
  memory: FamilyMemory,
  boundQuote: StoredQuote | undefined,
  scope: { readonly clientId?: string; readonly titles: readonly string[]; readonly opportunityId?: string },
): Promise<RemoteRecords> {
  const { opportunities, quotes } = context.contactManager;
  const marker = familyMarker(family);
  const conflicts: Conflict[] = [];
  const warnings: PlanWarning[] = [];

  let opportunity: StoredOpportunity | undefined;
  const boundId = memory.opportunity?.recordId ?? scope.opportunityId;
  if (boundId !== undefined) {
    opportunity = await opportunities.get(boundId, callOptions(context));
    if (opportunity === undefined) {
      warnings.push({
        about: 'opportunity',
        message: `The opportunity ${boundId} is no longer in the PSA; a new one is created.`,
      });
    }
  }
  const foreign =
    opportunity !== undefined && memory.opportunity === undefined
      ? otherClient(opportunity, scope.clientId)
      : undefined;
  if (foreign !== undefined) conflicts.push(foreign);
  if (opportunity === undefined && scope.clientId !== undefined) {
    const found = await opportunities.findByMarker(
      marker,
      { clientId: scope.clientId, titles: scope.titles },
      callOptions(context),
    );
    if (found.length > 1) {
      conflicts.push({
        about: 'opportunity',
        message: `${found.length} opportunities carry the marker ${marker.key}.`,
        next: 'Remove the marker from all but one of them in the PSA.',
        candidates: found.map(({ id, title }) => ({ id, name: title ?? id })),
      });
    } else opportunity = found[0];
  }
  let quote = boundQuote;
  if (memory.quote !== undefined && boundQuote === undefined && quotes !== undefined) {
    const message = `The quote ${memory.quote.recordId} is no longer in the PSA; a new one is created.`;
    warnings.push({ about: 'quote', message });
  }
  if (quote === undefined && quotes !== undefined && opportunity !== undefined) {
    const found = await quotes.findByMarker(marker, opportunity.id, callOptions(context));
    if (found.length > 1) {
      conflicts.push({
        about: 'quote',
        message: `${found.length} quotes of the opportunity ${opportunity.id} carry the marker ${marker.key}.`,
        next: 'Remove the marker from all but one of them in the PSA.',
        candidates: found.map(({ id, title }) => ({ id, name: title ?? id })),
      });
    } else if (found[0] !== undefined) {
      quote = found[0].lines === undefined ? await quotes.get(found[0].id, callOptions(context)) : found[0];
    }
  }
  return {
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote }),
    conflicts,
    warnings,
  };
}

/** The quoting tool may name any opportunity; one of another client is not taken over unseen. */
function otherClient(opportunity: StoredOpportunity, clientId: string | undefined): Conflict | undefined {
  if (clientId === undefined || opportunity.clientId === undefined || opportunity.clientId === clientId)
    return undefined;
  return {
    about: 'opportunity',
    message: `The document names the opportunity ${opportunity.id}, which belongs to another client.`,
    next: 'Correct the link to the opportunity in the quoting tool (SoldToCMOppRecID), or the sold-to company.',
    candidates: [{ id: opportunity.id, name: opportunity.title ?? opportunity.id }],
  };
}

/** Fingerprint of a record as read; links are left out, they say nothing about the record. */
export async function fingerprint(record: StoredOpportunity | StoredQuote): Promise<string> {
  return sha256(canonicalJson({ ...record, url: undefined }));
}

export async function basisOf(remote: {
  readonly opportunity?: StoredOpportunity;
  readonly quote?: StoredQuote;
}): Promise<readonly BasisRecord[]> {
  const basis: BasisRecord[] = [];
  if (remote.opportunity !== undefined) {
    basis.push({
      kind: 'opportunity',
      id: remote.opportunity.id,
      fingerprint: await fingerprint(remote.opportunity),
    });
  }
  if (remote.quote !== undefined) {
    basis.push({ kind: 'quote', id: remote.quote.id, fingerprint: await fingerprint(remote.quote) });
  }
  return basis;
}
