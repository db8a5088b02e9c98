import type { Address } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readText } from '../record/read-values.js';

/** Where one address of a quote stands: as an object, and as flat fields of which the last is the postal code. */
export interface AddressSlots {
  readonly object: string;
  readonly flat: readonly string[];
}

export const billingSlots: AddressSlots = {
  object: fieldProfile.quote.billingAddress,
  flat: fieldProfile.quote.flatBillingAddress,
};

/** The address of a site: a snapshot of it goes onto quotes. */
export const siteSlots: AddressSlots = {
  object: fieldProfile.site.deliveryAddress,
  flat: fieldProfile.site.flatDeliveryAddress,
};

export const deliverySlots: AddressSlots = {
  object: fieldProfile.quote.deliveryAddress,
  flat: fieldProfile.quote.flatDeliveryAddress,
};

const objectFields = ['line1', 'line2', 'line3', 'line4', 'postcode'] as const;
/** Lines of an address besides the postal code. */
export const addressLineCount = objectFields.length - 1;

/** Both forms. HaloPSA has four lines: further ones are put into the fourth, separated by line breaks. */
export function addressFields(
  { object, flat }: AddressSlots,
  address: Address | undefined,
): Record<string, unknown> {
  if (address === undefined) return {};
  const lines = [
    ...address.lines.slice(0, addressLineCount - 1),
    address.lines.slice(addressLineCount - 1).join('\n'),
  ];
  const values = objectFields.map((field, index) =>
    field === 'postcode' ? address.postalCode : (lines[index] ?? ''),
  );
  const pairs = (fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(fields.map((field, index) => [field, values[index] ?? '']));
  return { [object]: pairs(objectFields), ...pairs(flat) };
}

/** The address without empty lines at its end; undefined when the record has neither form. */
export function readAddress(record: HaloRecord, { object, flat }: AddressSlots): Address | undefined {
  const nested = record[object];
  const candidates = [
    ...(isHaloRecord(nested) ? [readFields(nested, objectFields)] : []),
    ...(flat.some((field) => record[field] !== undefined) ? [readFields(record, flat)] : []),
  ];
  return candidates.find(({ lines, postalCode }) => lines.length > 0 || postalCode !== '') ?? candidates[0];
}

function readFields(record: HaloRecord, fields: readonly string[]): Address {
  const [postalCode = '', ...reversed] = fields.map((field) => readText(record, field) ?? '').reverse();
  const lines = reversed.reverse().flatMap((line) => line.split('\n'));
  while (lines.at(-1) === '') lines.pop();
  return { lines, postalCode };
}
