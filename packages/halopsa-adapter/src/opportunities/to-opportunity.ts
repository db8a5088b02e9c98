import type { LinkedNames, Outcome, StoredOpportunity } from '@quotebridge/core/plugin';
import { readFieldValues } from '../fields/read-field-values.js';
import { pageLink } from '../links/page-link.js';
import { readMarker, readStamp } from '../marker/marker-slots.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readDate, readDecimal, readFirstText, readFlag, readId, readText } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import { readSplit } from './value-split.js';

const profile = fieldProfile.opportunity;

/** Undefined for a row without an id. Fields that the record does not have are not reported. */
export function toOpportunity(
  record: HaloRecord,
  server: string,
  linked?: LinkedNames,
): StoredOpportunity | undefined {
  const id = readId(record, 'id');
  if (id === undefined) return undefined;
  return withoutUndefined<StoredOpportunity>({
    id,
    outcome: readOutcome(record),
    title: readText(record, 'summary'),
    clientId: readId(record, 'client_id'),
    siteId: readId(record, 'site_id'),
    userId: readId(record, 'user_id'),
    ownerId: readId(record, 'agent_id'),
    ticketTypeId: readId(record, 'tickettype_id'),
    value: readDecimal(record, profile.value),
    valueByPeriod: readSplit(record),
    expectedCloseDate: readDate(record, profile.expectedCloseDate),
    statusId: readId(record, 'status_id'),
    statusName: readFirstText(record, 'status_name') || undefined,
    linked: readFieldValues('opportunities', record, linked?.opportunities),
    marker: readMarker(profile, record),
    stamp: readStamp(profile, record),
    url: pageLink(server, 'opportunity', id),
  });
}

/**
 * HaloPSA has no flag for won: an opportunity with a conversion date is won (its own reports count so), any other
 * closed one is lost.
 */
function readOutcome(record: HaloRecord): Outcome {
  if (typeof readDate(record, profile.wonDate) === 'string') return 'won';
  return isClosed(record) ? 'lost' : 'open';
}

/** True when a row of a list is closed but does not say whether it was won. */
export function hidesOutcome(record: HaloRecord): boolean {
  return record[profile.wonDate] === undefined && isClosed(record);
}

function isClosed(record: HaloRecord): boolean {
  const closedDate = readDate(record, profile.closedDate);
  return closedDate === undefined ? (readFlag(record, 'hasbeenclosed') ?? false) : closedDate !== null;
}
