import type { RecordId, StoredOpportunity } from '../contract/records.js';
import { belongsToAnother } from './markers.js';
import type { Conflict } from './plan.js';

/** An opportunity of another client is not taken over unseen. */
export function otherClient(
  opportunity: StoredOpportunity,
  clientId: RecordId | undefined,
  message: string,
  next: string,
): Conflict | undefined {
  if (clientId === undefined || opportunity.clientId === undefined || opportunity.clientId === clientId)
    return undefined;
  return { about: 'opportunity', message, next, candidates: [nameOf(opportunity)] };
}

/** An opportunity holds one document and its revisions: a second one would overwrite the value of the first. */
export function otherDocument(opportunity: StoredOpportunity, family: string): Conflict | undefined {
  const { marker, id } = opportunity;
  if (marker === undefined || !belongsToAnother(marker, family)) return undefined;
  return {
    about: 'opportunity',
    message: `The opportunity ${id} belongs to another document already (${marker}).`,
    next: 'Choose another opportunity, or push the document together with the one that it was made of.',
    candidates: [nameOf(opportunity)],
  };
}

function nameOf({ id, title }: StoredOpportunity): { readonly id: RecordId; readonly name: string } {
  return { id, name: title ?? id };
}
