import type { JsonObject } from '../base/json.js';
import { lineAttributes, lineTypes } from './document-line.js';
import { documentTypes } from './document.js';

/** Texts of any length: a quoting tool's descriptions and notes are never cut or refused for being long. */
const text = (title: string, description = '') =>
  ({ type: 'string', title, ...(description === '' ? {} : { description }), default: '' }) as const;

/** Part of the marker in PSA records, which has 100 characters and is never cut. */
const longestNumber = 80;

const identifier = (title: string, description: string) =>
  ({ type: 'string', title, description, minLength: 1 }) as const;

/** No sentence of its own beyond the form: messages quote the description of a pattern. */
const decimal = (title: string) =>
  ({
    type: ['string', 'number'],
    title,
    description: 'a decimal number such as "1399.00" or -12.5',
    // Products of three of them are still exact.
    pattern: '^-?(\\d{1,15}(\\.\\d{1,20})?|\\.\\d{1,20})$',
    minimum: -1e15,
    maximum: 1e15,
  }) as const;

const decimalOr = <Default extends string>(title: string, value: Default) =>
  ({ ...decimal(title), default: value }) as const;

const date = (title: string) =>
  ({ type: 'string', title, description: 'yyyy-mm-dd', format: 'date' }) as const;

const flag = (title: string) => ({ type: 'boolean', title, default: false }) as const;

const fields = (of: string) =>
  ({
    type: 'object',
    title: 'Further fields',
    description: `Every other field of the ${of} by the name that the quoting tool gives it, for macros and the product ID mapping.`,
    additionalProperties: { type: 'string' },
    default: {},
  }) as const;

const partyFields = {
  company: text('Company'),
  contact: text('Contact', 'Name of the person.'),
  title: text('Title', 'Position of the person.'),
  address1: text('Address line 1'),
  address2: text('Address line 2'),
  address3: text('Address line 3'),
  city: text('City'),
  state: text('State'),
  postalCode: text('Postal code'),
  country: text('Country'),
  phone: text('Phone'),
  email: text('E-mail'),
  contactManagerId: text('Contact manager id', 'Id of the contact in the contact manager, when it is known.'),
} as const;

const party = (title: string) =>
  ({ type: 'object', title, additionalProperties: false, properties: partyFields }) as const;

const recurrence = {
  type: 'object',
  title: 'Recurrence',
  description: 'How a recurring line is billed.',
  additionalProperties: false,
  required: ['period'],
  properties: {
    period: { enum: ['weekly', 'monthly', 'quarterly', 'yearly'], title: 'Billing period' },
    startsOn: date('First day'),
    endsOn: date('Last day'),
    firstPaymentIncluded: flag('First payment is part of the subtotal'),
  },
} as const;

const line = {
  type: 'object',
  title: 'Line',
  additionalProperties: false,
  required: ['key', 'unitPrice'],
  properties: {
    key: identifier(
      'Key',
      'Identity within the document: unique, and the same whenever the document is read again.',
    ),
    lineType: { enum: lineTypes, title: 'Line type', default: 'product' },
    attributes: {
      type: 'array',
      title: 'Attributes',
      description: 'What makes the line special; one with "recurring" needs a recurrence.',
      items: { enum: lineAttributes },
      uniqueItems: true,
      default: [],
    },
    itemType: text('Item type', 'Class of the line, mapped to a product group.'),
    manufacturerPartNumber: text('Manufacturer part number'),
    vendorPartNumber: text('Vendor part number'),
    internalPartNumber: text('Internal part number'),
    manufacturer: text('Manufacturer'),
    vendor: text('Vendor'),
    description: text('Description'),
    notes: text('Notes'),
    quantity: decimalOr('Quantity, without the quantity of the group', '1'),
    groupQuantity: decimalOr('How often the group occurs that this member belongs to', '1'),
    unitOfMeasure: text('Unit of measure'),
    unitCost: decimalOr('Unit cost', '0'),
    unitList: decimalOr('List price of a unit', '0'),
    unitPrice: decimal('Unit price'),
    extendedPrice: decimal('Amount of the line, without the quantity of the group'),
    taxCode: text('Tax code', 'Y or N (USA); B, G, P or N (Canada); empty: not stated.'),
    recurrence,
    fields: fields('line'),
  },
  // `minItems` because ajv 8 takes the answer of the array before when `contains` meets an empty one.
  if: {
    properties: { attributes: { type: 'array', minItems: 1, contains: { const: 'recurring' } } },
    required: ['attributes'],
  },
  then: { properties: { recurrence: true }, required: ['recurrence'] },
} as const;

const tax = {
  type: 'object',
  title: 'Tax',
  additionalProperties: false,
  properties: {
    mode: {
      enum: ['perLine', 'onTotal'],
      title: 'Rounding',
      description: 'USA, UK and Australia round each line, Canada the total.',
      default: 'perLine',
    },
    rate: decimal('Rate as a fraction: 0.065 is 6.5 %'),
    total: decimal('Total tax, as the quoting tool states it'),
  },
  default: {},
} as const;

const freight = {
  type: 'object',
  title: 'Freight',
  additionalProperties: false,
  properties: {
    amount: decimalOr('Amount charged', '0'),
    cost: decimalOr('Cost', '0'),
    taxable: flag('Freight is taxed'),
  },
  default: {},
} as const;

const notes = {
  type: 'object',
  title: 'Notes',
  additionalProperties: false,
  properties: {
    introduction: text('Introduction'),
    closing: text('Closing'),
    purchasing: text('Purchasing'),
    internal: text('Internal', 'Not for the client.'),
  },
  default: {},
} as const;

const links = {
  type: 'array',
  title: 'Links',
  description: 'Files and addresses that belong to the document.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['location'],
    properties: { name: text('Name'), location: identifier('Location', 'Path or web address.') },
  },
  default: [],
} as const;

/**
 * The form of a document, as JSON Schema draft-07 without a keyword of ours. What has a natural default may be left
 * out and is filled in by a validator that applies `default` (ajv: `useDefaults`); what is not named here is refused,
 * except below `fields`.
 */
export const documentSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:quotebridge:schema:document:1',
  title: 'Quotebridge document',
  description: 'A quote, order or invoice: header, lines, links. Money as text ("1399.00") or as a number.',
  type: 'object',
  additionalProperties: false,
  required: ['number', 'type', 'soldTo', 'lines'],
  properties: {
    $schema: {
      type: 'string',
      title: 'Schema',
      description: 'For editors; without meaning for the document.',
    },
    format: { const: 'quotebridge.document/1', title: 'Format', default: 'quotebridge.document/1' },
    number: {
      type: 'string',
      title: 'Document number',
      description: 'a number such as AAAQ1001',
      pattern: '\\S',
      maxLength: longestNumber,
    },
    type: { enum: documentTypes, title: 'Type' },
    name: text('Name', 'What the document is about; names the opportunity.'),
    status: text('Status', 'As the quoting tool names it.'),
    date: date('Date'),
    expiresOn: date('Valid until'),
    revisionOf: {
      ...identifier('Revision of', 'Number of the first revision, when this is a later one.'),
      maxLength: longestNumber,
    },
    superseded: flag('Replaced by a later revision'),
    convertedFrom: {
      ...identifier('Converted from', 'Number of the document that this order or invoice was made from.'),
      maxLength: longestNumber,
    },
    purchaseOrder: text('Purchase order', 'Number of the client’s order.'),
    salesRepresentative: text('Sales representative', 'User name in the quoting tool.'),
    preparedBy: text('Prepared by', 'User name in the quoting tool.'),
    currency: {
      type: 'string',
      title: 'Currency',
      description: 'a code such as USD; left out: the base currency of the quoting tool',
      pattern: '^[A-Z]{3}$',
    },
    soldTo: { ...party('Sold to'), required: ['company'] },
    shipTo: { ...party('Ship to'), default: {} },
    billTo: { ...party('Bill to'), default: {} },
    opportunityId: identifier(
      'Opportunity',
      'Id of the opportunity that the quoting tool has linked already.',
    ),
    tax,
    freight,
    subtotal: decimal('Subtotal, as the quoting tool states it'),
    grandTotal: decimal('Grand total, as the quoting tool states it'),
    notes,
    links,
    lines: { type: 'array', title: 'Lines', items: line },
    fields: fields('document'),
  },
} as const satisfies JsonObject;
