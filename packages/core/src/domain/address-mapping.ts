import type { SiteAddress } from '../contract/records.js';
import type { Party } from './document.js';

/** Address fields of a document by the names that settings use. */
export const addressFields = {
  Company: 'company',
  Contact: 'contact',
  Title: 'title',
  Address1: 'address1',
  Address2: 'address2',
  Address3: 'address3',
  City: 'city',
  State: 'state',
  PostalCode: 'postalCode',
  Country: 'country',
  Phone: 'phone',
  Email: 'email',
} as const satisfies Readonly<Record<string, keyof Party>>;

export type AddressField = keyof typeof addressFields;

export const addressLineNames = ['line1', 'line2', 'line3', 'line4', 'line5'] as const;

/** The setting `defaults.addressLines`: line → names of address fields, separated by commas. */
export type AddressMapping = Readonly<Record<(typeof addressLineNames)[number] | 'postalCode', string>>;

/**
 * The document's fields that an address of the PSA fills. Of several fields that share a line, the
 * first takes all of it; of several lines that name a field, the first that is filled. A country that the PSA keeps apart
 * fills Country when no line does. Fields without a text are absent.
 */
export function partyOf(
  address: SiteAddress,
  mapping: AddressMapping,
): Readonly<Partial<Record<AddressField, string>>> {
  const filled: Partial<Record<AddressField, string>> = {};
  const fill = (names: string, text: string | undefined): void => {
    const [first] = fieldsIn(names);
    if (first !== undefined && text !== undefined && text.trim() !== '') filled[first] ??= text.trim();
  };
  for (const [index, name] of addressLineNames.entries()) fill(mapping[name], address.lines[index]);
  fill(mapping.postalCode, address.postalCode);
  fill('Country', address.country);
  return filled;
}

/** The fields that one line of the mapping names, in its order. */
export function fieldsIn(names: string): readonly AddressField[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name): name is AddressField => Object.hasOwn(addressFields, name));
}
