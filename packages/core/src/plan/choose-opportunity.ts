import type { RecordId, StoredOpportunity } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import { newOpportunity, type Ask } from '../engine/person-choices.js';
import { existingOpportunities } from './existing-opportunities.js';
import { keepsItsOpportunity } from './keeps-its-opportunity.js';
import { belongsToAnother } from './markers.js';
import { callOptions, type PlanContext } from './plan-context.js';
import type { Conflict, Match, PlanWarning } from './plan.js';
import { otherClient, otherDocument } from './opportunity-conflicts.js';

/** The opportunity of a document, after people have had their say. */
export interface ChosenOpportunity {
  readonly opportunity?: StoredOpportunity;
  /** A person wants a new one. */
  readonly wantsNew: boolean;
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

export interface OpportunityChoice {
  readonly family: string;
  /** The one that the document has already, by binding, marker or its own link. */
  readonly current: StoredOpportunity | undefined;
  readonly people: { readonly clientId?: RecordId; readonly userId?: RecordId };
  readonly choice: RecordId | undefined;
  /** For a push that was cut off before the document got it. */
  readonly chosenBefore?: RecordId;
  /** Absent: nobody is there to be asked, and no request is spent on candidates. */
  readonly ask: Ask | undefined;
}

/**
 * A document that has no opportunity yet may be given one that exists. What it has already, it keeps: choosing another
 * one is a conflict, choosing a new one changes nothing, so that the same push can be run again.
 */
export async function chooseOpportunity(
  context: PlanContext,
  document: QuoteDocument,
  input: OpportunityChoice,
): Promise<ChosenOpportunity> {
  const { current, choice, chosenBefore } = input;
  if (current !== undefined) {
    const another = choice !== undefined && choice !== newOpportunity && choice !== current.id;
    return {
      ...nothing,
      opportunity: current,
      conflicts: another ? [linkedAlready(document, current)] : [],
      warnings: keepsItsOpportunity(document.number, current.id, choice),
    };
  }
  const wanted = choice ?? chosenBefore ?? (await askForOne(context, document, input));
  if (wanted === undefined) return nothing;
  return wanted === newOpportunity ? { ...nothing, wantsNew: true } : take(context, document, wanted, input);
}

const nothing: ChosenOpportunity = { wantsNew: false, matches: [], conflicts: [], warnings: [] };

async function askForOne(
  context: PlanContext,
  document: QuoteDocument,
  { ask, people, family }: OpportunityChoice,
): Promise<RecordId | undefined> {
  const { clientId } = people;
  if (ask === undefined || clientId === undefined) return undefined;
  const { listedBy, opportunities } = await existingOpportunities(context, { ...people, clientId });
  const free = opportunities.filter(({ marker }) => !belongsToAnother(marker, family));
  if (free.length === 0) return undefined;
  const mayCreate = document.type === 'QUOTE';
  const answer = await ask({
    about: 'opportunity',
    message: `${document.number} has no opportunity yet, and the ${listedBy} has ${free.length === 1 ? 'an open one' : 'open ones'}: take an existing one${mayCreate ? ', or create a new one' : ''}?`,
    mayCreate,
    candidates: free.map(({ id, title }) => ({ id, name: title ?? id })),
  });
  return answer === newOpportunity && !mayCreate ? undefined : answer;
}

async function take(
  context: PlanContext,
  document: QuoteDocument,
  id: RecordId,
  { people, family }: OpportunityChoice,
): Promise<ChosenOpportunity> {
  const opportunity = await context.contactManager.opportunities.get(id, callOptions(context));
  if (opportunity === undefined) return { ...nothing, conflicts: [notThere(document, id)] };
  const conflicts = [
    otherClient(
      opportunity,
      people.clientId,
      `The chosen opportunity ${id} belongs to another client than ${document.number}.`,
      'Choose one of the same client (quotebridge opportunities list), or correct the sold-to company.',
    ),
    otherDocument(opportunity, family),
  ].filter((conflict) => conflict !== undefined);
  if (conflicts.length > 0) return { ...nothing, conflicts };
  const reason = { from: 'person', text: 'chosen for this document' } as const;
  const match: Match = { kind: 'opportunity', id, name: opportunity.title ?? id, reason };
  return { ...nothing, opportunity, matches: [match] };
}

function notThere(document: QuoteDocument, id: RecordId): Conflict {
  return {
    about: 'opportunity',
    message: `The opportunity ${id} that was chosen for ${document.number} is not in the PSA.`,
    next: 'Choose one that exists, or “new”.',
    candidates: [],
  };
}

function linkedAlready(document: QuoteDocument, current: StoredOpportunity): Conflict {
  return {
    about: 'opportunity',
    message: `${document.number} is linked to the opportunity ${current.id} already, so another one cannot be chosen.`,
    next: 'Push without choosing an opportunity; a document and its revisions keep the one that they have.',
    candidates: [{ id: current.id, name: current.title ?? current.id }],
  };
}
