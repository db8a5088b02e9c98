import type { Party } from '@quotebridge/core/plugin';
import type { FieldReader } from '../columns/field-reader.js';
import type { PartyPrefix, PartySuffix } from '../columns/known-columns.js';

/** One address block; QuoteWerks names the three of them alike. */
export function readParty(header: FieldReader<'DocumentHeaders'>, prefix: PartyPrefix): Party {
  const text = (suffix: PartySuffix): string => header.text(`${prefix}${suffix}`);
  return {
    company: text('Company'),
    contact: text('Contact'),
    title: text('Title'),
    address1: text('Address1'),
    address2: text('Address2'),
    address3: text('Address3'),
    city: text('City'),
    state: text('State'),
    postalCode: text('PostalCode'),
    country: text('Country'),
    phone: text('Phone'),
    email: text('Email'),
    contactManagerId: text('CMAccountNo'),
  };
}
