import type { Client } from '@quotebridge/core/plugin';
import { pageLink } from '../links/page-link.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText, readFlag, readId } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';

/** Undefined for a row without an id. */
export function toClient(record: HaloRecord, server: string): Client | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  return withoutUndefined<Client>({
    id,
    name: readFirstText(record, 'name'),
    inactive: readFlag(record, 'inactive') ?? false,
    siteId: readId(record, 'main_site_id'),
    siteName: readFirstText(record, 'main_site_name') || undefined,
    currencyId: readId(record, fieldProfile.client.currency),
    url: pageLink(server, 'client', id),
  });
}
