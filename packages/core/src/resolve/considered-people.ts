import type { Client, User } from '../contract/records.js';
import type { Party } from '../domain/document.js';
import type { Considered } from '../plan/reason.js';
import { matchKey } from './match-key.js';

/** At most that many candidates of a search are written down. */
const mostCandidates = 10;

/** The id of the contact, which goes before names: why it did not decide. */
export function consideredId({ contactManagerId }: Party): Considered {
  const id = contactManagerId.trim();
  return {
    candidate: id === '' ? 'the id of the contact' : id,
    at: 'header.SoldToCMAccountNo',
    taken: false,
    why: id === '' ? 'the document has none' : 'it means nobody in the PSA',
  };
}

/** Users that a search found, beside the one that was taken. */
export function consideredUsers(
  users: readonly User[],
  party: Party,
  taken: User | undefined,
): readonly Considered[] {
  if (users.length === 0) return [nobody(party.email === '' ? party.contact : party.email, 'no active user')];
  return users.slice(0, mostCandidates).map((user) => ({
    candidate: `user ${user.name} <${user.email}>, ${user.clientName} (${user.id})`,
    at: 'header.SoldTo',
    taken: user.id === taken?.id,
    why: whyUser(user, party),
  }));
}

/** Clients that a search found, beside the one that was taken. */
export function consideredClients(
  clients: readonly Client[],
  party: Party,
  taken: Client | undefined,
): readonly Considered[] {
  if (clients.length === 0) return [nobody(party.company, 'no active client')];
  return clients.slice(0, mostCandidates).map((client) => ({
    candidate: `client ${client.name} (${client.id})`,
    at: 'header.SoldToCompany',
    taken: client.id === taken?.id,
    why:
      matchKey(client.name) === matchKey(party.company)
        ? 'its name is that of the sold-to company'
        : 'its name is another one than the sold-to company',
  }));
}

function whyUser(user: User, { email, contact, company }: Party): string {
  if (email !== '' && matchKey(user.email) === matchKey(email)) {
    const elsewhere = company !== '' && matchKey(user.clientName) !== matchKey(company);
    return elsewhere
      ? `its e-mail address is ${email}, but it belongs to another client than ${company}`
      : `its e-mail address is ${email}`;
  }
  if (contact !== '' && matchKey(user.name) === matchKey(contact)) return `its name is ${contact}`;
  return 'neither its e-mail address nor its name is that of the sold-to contact';
}

function nobody(text: string, what: string): Considered {
  return { candidate: `“${text}”`, at: 'header.SoldTo', taken: false, why: `the PSA finds ${what} by it` };
}
