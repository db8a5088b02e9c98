import type { RecordId, User } from '@quotebridge/core/plugin';
import { pageLink } from '../links/page-link.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag, readId } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';

/**
 * Undefined for a row without an id.
 *
 * @param clientId the client that the list was narrowed to, for rows that do not name theirs.
 */
export function toUser(record: HaloRecord, server: string, clientId?: RecordId): User | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  const parts = [readFirstText(record, 'firstname'), readFirstText(record, 'surname')];
  return withoutUndefined<User>({
    id,
    name: readFirstText(record, 'name') || parts.filter((part) => part !== '').join(' '),
    email: readFirstText(record, 'emailaddress', 'email2', 'email3'),
    phone: readFirstText(record, 'phonenumber_preferred', 'phonenumber', 'mobilenumber', 'sitephonenumber'),
    title: readFirstText(record, fieldProfile.user.title) || undefined,
    inactive: readFlag(record, 'inactive') ?? false,
    clientId: readId(record, 'client_id') ?? clientId ?? '',
    clientName: readFirstText(record, 'client_name'),
    siteId: readId(record, 'site_id') ?? readId(record, 'site_id_int'),
    siteName: readFirstText(record, 'site_name') || undefined,
    url: pageLink(server, 'user', id),
  });
}

/** Every site has a placeholder user; nobody wants to send a quote to it. */
export function isGeneralUser(user: User): boolean {
  return user.name.trim().toLowerCase() === fieldProfile.user.generalUserName;
}
