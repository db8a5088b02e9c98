import type { CallOptions } from '../contract/call-options.js';
import type { ContactManager } from '../contract/contact-manager.js';
import type { Client, RecordId, User } from '../contract/records.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { ContactChoice } from './contact-fields.js';

export interface ChosenContact {
  readonly client?: Client;
  readonly user?: User;
  readonly siteId: RecordId | undefined;
}

/** @throws `usage` when the choice means nobody, or a user of another client */
export async function findChosen(
  { clients, users }: ContactManager,
  { clientId, userId, siteId }: ContactChoice,
  options: CallOptions,
): Promise<ChosenContact> {
  if (clientId === undefined && userId === undefined) throw nobody('Nobody was chosen.');
  const user = userId === undefined ? undefined : await users.get(userId, options);
  if (userId !== undefined && user === undefined) throw nobody(`There is no user ${userId} in the PSA.`);
  if (user !== undefined && clientId !== undefined && user.clientId !== clientId)
    throw nobody(`The user ${user.name} belongs to the client ${user.clientName}, not to ${clientId}.`);
  const wanted = clientId ?? user?.clientId;
  const client = wanted === undefined ? undefined : await clients.get(wanted, options);
  if (clientId !== undefined && client === undefined)
    throw nobody(`There is no client ${clientId} in the PSA.`);
  return {
    ...(client === undefined ? {} : { client }),
    ...(user === undefined ? {} : { user }),
    siteId: siteId ?? user?.siteId ?? client?.siteId,
  };
}

function nobody(message: string): QuotebridgeError {
  return new QuotebridgeError('usage', message, { next: 'Choose a client or a user by its id.' });
}
