import type { SiteAddress } from '@quotebridge/core/plugin';
import { readAddress, siteSlots } from '../addresses/address-fields.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText } from '../record/read-values.js';

/** The delivery address of a site, and its country; undefined when the record has no address. */
export function toSiteAddress(record: HaloRecord): SiteAddress | undefined {
  const address = readAddress(record, siteSlots);
  const country = readFirstText(record, fieldProfile.site.countryName);
  return address === undefined || country === '' ? address : { ...address, country };
}
