import type { JsonObject } from '../../base/json.js';

export const defaultsSchema = {
  type: 'object',
  title: 'Settings',
  description: 'Defaults of new records, and who owns them.',
  additionalProperties: false,
  default: {},
  properties: {
    ticketType: {
      type: 'string',
      title: 'Default ticket type',
      description: 'Name or id of the type of new opportunities. May be left out where the PSA has only one.',
      lookup: 'ticketTypes',
    },
    productGroup: {
      type: 'string',
      title: 'Default product group',
      description: 'Name or id of the group of created products whose ItemType is not mapped.',
      lookup: 'productGroups',
    },
    recordOwner: {
      type: 'string',
      title: 'Default record owner',
      description:
        'The sales representative of the document, or the person who is logged in to the quoting tool.',
      enum: ['salesRepresentative', 'loggedInUser'],
      default: 'salesRepresentative',
    },
    addressLines: {
      type: 'object',
      title: 'Field mapping of address lines',
      description:
        'Address line of the PSA → address field of the document. Several fields, separated by commas, share a line. Used when addresses are written and, the other way round, when a document is filled from the PSA.',
      additionalProperties: false,
      default: {},
      properties: {
        line1: addressLine('Line 1', 'Address1'),
        line2: addressLine('Line 2', 'Address2, Address3'),
        line3: addressLine('Line 3', 'City'),
        line4: addressLine('Line 4', 'State, Country'),
        line5: addressLine('Line 5', ''),
        postalCode: addressLine('Postal code', 'PostalCode'),
      },
    },
  },
} as const satisfies JsonObject;

function addressLine(title: string, fields: string): JsonObject {
  return {
    type: 'string',
    title,
    description:
      'Company, Contact, Title, Address1, Address2, Address3, City, State, PostalCode, Country, Phone or Email.',
    pattern:
      '^\\s*((Company|Contact|Title|Address[123]|City|State|PostalCode|Country|Phone|Email)\\s*(,\\s*(?=\\S)|$))*$',
    default: fields,
  };
}
