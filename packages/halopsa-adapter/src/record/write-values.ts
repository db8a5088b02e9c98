import { QuotebridgeError, type IsoDate, type RecordId } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';

/** HaloPSA's ids are whole numbers. True for a text that can be one. */
export function isHaloId(id: RecordId): boolean {
  return /^[1-9]\d{0,9}$/.test(id);
}

/** @throws `remote.rejected` that names the field, for an id that cannot be one of HaloPSA. */
export function haloId(id: RecordId, field: string): number {
  if (isHaloId(id)) return Number(id);
  throw new QuotebridgeError(
    'remote.rejected',
    `“${id.slice(0, 50)}” is no HaloPSA id: ${field} must be a whole number.`,
    {
      faults: [{ at: field, value: id.slice(0, 50), expected: 'a whole number above zero' }],
      next: 'Choose the record again from the live list.',
      arrived: 'no',
    },
  );
}

/** Like `haloId`; undefined stays undefined, which leaves the field out of the request. */
export function optionalHaloId(id: RecordId | undefined, field: string): number | undefined {
  return id === undefined ? undefined : haloId(id, field);
}

/** Like `optionalHaloId` for an entry of a lookup, whose ids may start at zero. */
export function optionalHaloCode(id: RecordId | undefined, field: string): number | undefined {
  return id === '0' ? 0 : optionalHaloId(id, field);
}

/** A calendar date as the instant that stands for it; null empties the field. */
export function haloDate(date: IsoDate | null | undefined): string | null | undefined {
  return date === null || date === undefined ? date : `${date}${fieldProfile.dates.timeOfDay}`;
}
