import type { CallOptions } from '../contract/call-options.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { Client, User } from '../contract/records.js';
import type { Party } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import { matchKey } from './match-key.js';

export type FoundById =
  | { readonly user: User }
  | { readonly client: Client }
  | { readonly conflict: Conflict }
  /** The id means nobody: the names of the document decide. */
  | 'nobody';

/**
 * Whom the document means by the id that the quoting tool keeps for its contact (SoldToCMAccountNo): a user, or a client.
 * One whose company or e-mail address contradicts the document is a question, never a choice: the id may be that of
 * another contact manager. One request when the id is that of a user, as it is where a person chose one.
 */
export async function peopleById(
  { users, clients }: ContactManager,
  party: Party,
  options: CallOptions,
): Promise<FoundById> {
  // CRMs with GUIDs are linked as `{guid}`.
  const id = party.contactManagerId.trim().replace(/^\{(.*)\}$/, '$1');
  if (id === '') return 'nobody';
  const named = party.contact !== '' || party.email !== '';
  const user = named ? active(await users.get(id, options)) : undefined;
  if (user !== undefined && userAgrees(user, party)) return { user };
  const client = active(await clients.get(id, options));
  if (client !== undefined && sameCompany(client.name, party)) return { client };
  const unnamed = named ? undefined : active(await users.get(id, options));
  if (unnamed !== undefined && userAgrees(unnamed, party)) return { user: unnamed };
  const other = user ?? unnamed;
  if (other === undefined && client === undefined) return 'nobody';
  return { conflict: contradiction(id, party, other, client) };
}

function active<Found extends { readonly inactive: boolean }>(found: Found | undefined): Found | undefined {
  return found?.inactive === true ? undefined : found;
}

function userAgrees(user: User, party: Party): boolean {
  return (
    sameCompany(user.clientName, party) &&
    (party.email === '' || matchKey(user.email) === matchKey(party.email))
  );
}

function sameCompany(name: string, party: Party): boolean {
  return party.company === '' || matchKey(name) === matchKey(party.company);
}

function contradiction(
  id: string,
  party: Party,
  user: User | undefined,
  client: Client | undefined,
): Conflict {
  const meant =
    user === undefined
      ? `the client “${client?.name ?? id}”`
      : `${user.name} <${user.email}> of “${user.clientName}”`;
  const says = [party.company, party.email].filter((text) => text !== '').join(', ');
  return {
    about: user === undefined ? 'client' : 'user',
    message: `The document names the contact ${id} (SoldToCMAccountNo), which is ${meant} in the PSA, but it is addressed to ${says}.`,
    next: 'Correct the sold-to address in the quoting tool, or empty SoldToCMAccountNo there.',
    candidates: [
      ...(user === undefined
        ? []
        : [{ id: user.id, name: `${user.name} <${user.email}>, ${user.clientName}` }]),
      ...(client === undefined ? [] : [{ id: client.id, name: client.name }]),
    ],
  };
}
