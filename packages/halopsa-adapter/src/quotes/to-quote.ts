import type { LinkedNames, StoredQuote } from '@quotebridge/core/plugin';
import { readFieldValues } from '../fields/read-field-values.js';
import { pageLink } from '../links/page-link.js';
import { readMarker, readStamp } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readCode, readDate, readDecimal, readId, readText } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { billingSlots, deliverySlots, readAddress } from '../addresses/address-fields.js';
import { toQuoteLines } from './to-quote-line.js';

const profile = fieldProfile.quote;

/**
 * Undefined for a row without an id.
 *
 * @param part `header` for rows of lists, whose lines say nothing about what the quote has.
 */
export function toQuote(
  record: HaloRecord,
  part: 'header' | 'whole',
  settings: HaloSettings,
  linked?: LinkedNames,
): StoredQuote | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  const lines = record['lines'];
  return withoutUndefined<StoredQuote>({
    id,
    opportunityId: readId(record, 'ticket_id'),
    title: readText(record, 'title'),
    description: readText(record, profile.description),
    clientId: readId(record, 'client_id'),
    siteId: readId(record, 'site_id'),
    userId: readId(record, 'user_id'),
    ownerId: readId(record, profile.owner),
    statusId: readCode(record, 'status'),
    date: readDate(record, 'date'),
    expiresOn: readDate(record, 'expiry_date'),
    purchaseOrder: readText(record, profile.purchaseOrder),
    billingAddress: readAddress(record, billingSlots),
    deliveryAddress: readAddress(record, deliverySlots),
    lines:
      part === 'header' || lines === undefined
        ? undefined
        : toQuoteLines(Array.isArray(lines) ? lines : [], settings, linked?.lineItems),
    currencyId: readId(record, profile.currency),
    linked: readFieldValues('quotes', record, linked?.quotes),
    taxTotal: readDecimal(record, profile.taxTotal),
    netTotal: readDecimal(record, profile.netTotal),
    total: readDecimal(record, profile.total),
    marker: readMarker(profile, record),
    stamp: readStamp(profile, record),
    url: pageLink(settings.server, 'quote', id),
  });
}

/** True when the record has at least that many lines and each states its id and what decides its amount. */
export function hasCompleteLines(record: HaloRecord, expected: number): boolean {
  const lines: unknown = record['lines'];
  if (!Array.isArray(lines) || lines.length < expected) return false;
  const { quantity, price, billingPeriod, optional } = fieldProfile.line;
  return (lines as readonly HaloRecord[]).every(
    (line) =>
      readId(line, 'id') !== undefined &&
      readDecimal(line, quantity) !== undefined &&
      readDecimal(line, price) !== undefined &&
      line[billingPeriod] !== undefined &&
      line[optional] !== undefined,
  );
}
