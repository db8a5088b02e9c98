import type { CallOptions } from '../contract/call-options.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { Client, RecordId, User } from '../contract/records.js';
import type { Party } from '../domain/document.js';
import type { Conflict, Match } from '../plan/plan.js';
import type { Considered, Reason } from '../plan/reason.js';
import { consideredClients, consideredId, consideredUsers } from './considered-people.js';
import { peopleById } from './people-by-id.js';
import { matchKey } from './match-key.js';

export interface People {
  readonly clientId?: RecordId;
  readonly userId?: RecordId;
  readonly siteId?: RecordId;
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Finds the client and the user that a document is addressed to, by exact keys only: the id of the contact, the e-mail
 * address, else the names. One request when the address is known to the PSA; nothing is ever chosen by being first.
 */
export async function resolvePeople(
  contactManager: ContactManager,
  party: Party,
  options: CallOptions,
): Promise<People> {
  const byId = await peopleById(contactManager, party, options);
  if (byId !== 'nobody') {
    if ('conflict' in byId) return conflict(byId.conflict);
    if ('user' in byId) return peopleOf(byId.user, `id ${byId.user.id} (SoldToCMAccountNo)`, []);
    return findUserAt(contactManager, { client: byId.client, considered: [] }, party, options);
  }
  const considered: Considered[] = [consideredId(party)];
  const company = matchKey(party.company);
  if (party.email !== '') {
    const users = await contactManager.users.search({ text: party.email }, options);
    const exact = users.filter((user) => matchKey(user.email) === matchKey(party.email));
    const atCompany = exact.filter((user) => company === '' || matchKey(user.clientName) === company);
    const [only, ...more] = atCompany;
    const found = more.length === 0 ? only : undefined;
    considered.push(...consideredUsers(users, party, found));
    if (found !== undefined) return peopleOf(found, `e-mail address ${party.email}`, considered);
    if (more.length > 0) return conflict(ambiguousUser(party, atCompany));
  }
  const found = await findClient(contactManager, party, options);
  if ('conflict' in found) return conflict(found.conflict);
  considered.push(...found.considered);
  return findUserAt(contactManager, { client: found.client, considered }, party, options);
}

/** A client, and everybody who was looked at on the way to it. */
interface FoundClient {
  readonly client: Client;
  readonly considered: readonly Considered[];
}

async function findClient(
  contactManager: ContactManager,
  party: Party,
  options: CallOptions,
): Promise<FoundClient | { readonly conflict: Conflict }> {
  if (party.company === '') {
    return {
      conflict: {
        about: 'client',
        message: 'The document names no company, and its e-mail address is not known to the PSA.',
        next: 'Fill the sold-to company (SoldToCompany), or add the person to the PSA.',
        candidates: [],
      },
    };
  }
  const clients = await contactManager.clients.search({ text: searchText(party.company) }, options);
  const exact = clients.filter((client) => matchKey(client.name) === matchKey(party.company));
  const [client, ...more] = exact;
  if (client === undefined) {
    return {
      conflict: {
        about: 'client',
        message: `There is no active client “${party.company}”.`,
        next: 'Correct the sold-to company in the document, or create the client in the PSA.',
        candidates: clients.slice(0, 10).map(({ id, name }) => ({ id, name })),
      },
    };
  }
  if (more.length > 0) {
    return {
      conflict: {
        about: 'client',
        message: `There are ${exact.length} clients “${party.company}”, and the e-mail address does not tell which is meant.`,
        next: 'Give the document the e-mail address of a user of the right one, or rename one of them.',
        candidates: exact.map(({ id, name, siteName }) => ({
          id,
          name: siteName === undefined ? name : `${name} (${siteName})`,
        })),
      },
    };
  }
  return { client, considered: consideredClients(clients, party, client) };
}

async function findUserAt(
  contactManager: ContactManager,
  { client, considered }: FoundClient,
  party: Party,
  options: CallOptions,
): Promise<People> {
  const byCompany = clientMatch(
    client.id,
    client.name,
    party.company === '' ? `id ${client.id} (SoldToCMAccountNo)` : `name ${party.company}`,
    considered,
  );
  const base = { clientId: client.id, ...(client.siteId === undefined ? {} : { siteId: client.siteId }) };
  if (party.contact === '' && party.email === '') return { ...base, matches: [byCompany], conflicts: [] };

  const users = await contactManager.users.search(
    { text: searchText(party.contact || party.email), clientId: client.id },
    options,
  );
  const wantedName = matchKey(party.contact);
  const exact = users.filter(
    (user) =>
      (wantedName !== '' && matchKey(user.name) === wantedName) ||
      (party.email !== '' && matchKey(user.email) === matchKey(party.email)),
  );
  const [only, ...more] = exact;
  if (only === undefined) {
    return {
      ...base,
      matches: [byCompany],
      conflicts: [
        {
          about: 'user',
          message: `“${party.contact || party.email}” is not a user of the client “${client.name}”.`,
          next: 'Correct the sold-to contact or e-mail address, or add the person to the client in the PSA.',
          candidates: users.slice(0, 10).map(candidate),
        },
      ],
    };
  }
  if (more.length > 0) return { ...base, matches: [byCompany], conflicts: [ambiguousUser(party, exact)] };
  const all = [...considered, ...consideredUsers(users, party, only)];
  return peopleOf(only, `name ${party.contact} at ${client.name}`, all, client);
}

function peopleOf(user: User, by: string, considered: readonly Considered[], client?: Client): People {
  const siteId = user.siteId ?? client?.siteId;
  const clientName = client?.name ?? user.clientName;
  return {
    clientId: user.clientId,
    userId: user.id,
    ...(siteId === undefined ? {} : { siteId }),
    matches: [
      clientMatch(user.clientId, clientName, by, considered),
      { kind: 'user', id: user.id, name: user.name, reason: foundBy(by, considered) },
    ],
    conflicts: [],
  };
}

function clientMatch(id: RecordId, name: string, by: string, considered: readonly Considered[]): Match {
  return { kind: 'client', id, name, reason: foundBy(by, considered) };
}

function foundBy(by: string, considered: readonly Considered[]): Reason {
  const looked = considered.length === 0 ? {} : { considered };
  return { from: 'match', at: 'header.SoldTo', text: `found by ${by}`, ...looked };
}

function ambiguousUser(party: Party, users: readonly User[]): Conflict {
  return {
    about: 'user',
    message: `${users.length} users match “${party.contact || party.email}”.`,
    next: 'Give the document the e-mail address of the right one (SoldToEmail).',
    candidates: users.map(candidate),
  };
}

function candidate(user: User): { id: RecordId; name: string } {
  return { id: user.id, name: `${user.name} <${user.email}>, ${user.clientName}` };
}

/** What does not count when names are compared must not get in the way of finding them. */
function searchText(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

function conflict(only: Conflict): People {
  return { matches: [], conflicts: [only] };
}
