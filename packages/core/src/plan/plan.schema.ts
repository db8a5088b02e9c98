import type { JsonObject } from '../base/json.js';

const reason = {
  type: 'object',
  required: ['from', 'text'],
  additionalProperties: false,
  properties: {
    from: { enum: ['document', 'setting', 'rule', 'mapping', 'default', 'match', 'person', 'engine'] },
    at: { type: 'string' },
    text: { type: 'string' },
  },
} as const;
const reasons = { type: 'object', additionalProperties: reason } as const;
const id = { type: 'string', minLength: 1 } as const;
const fields = { type: 'object' } as const;
const count = {
  type: 'object',
  required: ['read', 'write'],
  additionalProperties: false,
  properties: { read: { type: 'integer', minimum: 0 }, write: { type: 'integer', minimum: 0 } },
} as const;
const amounts = {
  type: 'object',
  description: 'Billing period → decimal text.',
  additionalProperties: { type: 'string' },
  propertyNames: { enum: ['oneOff', 'weekly', 'monthly', 'quarterly', 'yearly'] },
} as const;

const line = {
  type: 'object',
  required: ['action', 'key', 'label', 'reasons'],
  additionalProperties: false,
  properties: {
    action: { enum: ['create', 'update', 'keep', 'remove', 'foreign'] },
    key: { type: 'string' },
    id,
    label: { type: 'string' },
    wanted: fields,
    ours: fields,
    before: fields,
    reasons,
    createsItem: { type: 'string' },
    foreign: fields,
  },
} as const;

const edits = {
  type: 'object',
  description:
    'Values that a person gave in place of the document’s, by field; `over` is what the document said then.',
  additionalProperties: {
    type: 'object',
    required: ['value', 'over'],
    additionalProperties: false,
    properties: { value: {}, over: {} },
  },
} as const;

function record(kind: string, extra: JsonObject = {}, optional: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    required: ['kind', 'action', 'marker', 'wanted', 'before', 'reasons', 'image', ...Object.keys(extra)],
    additionalProperties: false,
    properties: {
      kind: { const: kind },
      action: { enum: ['create', 'update', 'keep'] },
      id,
      url: { type: 'string' },
      marker: { type: 'string' },
      wanted: fields,
      before: fields,
      reasons,
      image: fields,
      ...extra,
      ...optional,
    },
  };
}

/** JSON Schema of a plan file; version 1. Meanings: `plan.ts` and `operation.ts`. */
export const planSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:quotebridge:schema:plan:1',
  title: 'Quotebridge plan',
  description: 'What a push will do, made without writing anything in the PSA.',
  type: 'object',
  additionalProperties: false,
  required: [
    'format',
    'connection',
    'contactManager',
    'createdAt',
    'document',
    'matches',
    'operations',
    'conflicts',
    'warnings',
    'money',
    'basis',
    'requests',
  ],
  properties: {
    format: { const: 'quotebridge.plan/1' },
    connection: { type: 'string' },
    target: { type: 'string' },
    contactManager: { type: 'string' },
    createdAt: { type: 'string', format: 'date-time' },
    document: {
      type: 'object',
      additionalProperties: false,
      required: ['number', 'type', 'name', 'family', 'hash', 'soldToHash'],
      properties: {
        number: { type: 'string' },
        type: { enum: ['QUOTE', 'ORDER', 'INVOICE'] },
        name: { type: 'string' },
        family: { type: 'string' },
        hash: { type: 'string' },
        soldToHash: { type: 'string' },
      },
    },
    matches: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'id', 'name', 'reason'],
        additionalProperties: false,
        properties: {
          kind: { enum: ['client', 'user', 'site', 'owner', 'ticketType', 'opportunity', 'quote'] },
          id,
          name: { type: 'string' },
          reason,
        },
      },
    },
    operations: {
      type: 'array',
      items: {
        oneOf: [
          {
            type: 'object',
            required: ['kind', 'action', 'item', 'reasons'],
            additionalProperties: false,
            properties: { kind: { const: 'item' }, action: { const: 'create' }, item: fields, reasons },
          },
          {
            type: 'object',
            required: ['kind', 'action', 'id', 'number', 'name', 'wanted', 'before', 'reasons'],
            additionalProperties: false,
            properties: {
              kind: { const: 'itemUpdate' },
              action: { const: 'update' },
              id,
              number: { type: 'string' },
              name: { type: 'string' },
              wanted: fields,
              before: fields,
              reasons,
            },
          },
          {
            type: 'object',
            required: ['kind', 'action', 'object', 'id', 'name', 'wanted', 'before', 'reasons', 'image'],
            additionalProperties: false,
            properties: {
              kind: { const: 'contact' },
              action: { enum: ['update', 'keep'] },
              object: { enum: ['clients', 'users'] },
              id,
              name: { type: 'string' },
              wanted: fields,
              before: fields,
              reasons,
              image: fields,
            },
          },
          record('opportunity'),
          record('quote', { lines: { type: 'array', items: line } }, { moves: { const: true }, edits }),
          {
            type: 'object',
            required: ['kind', 'action', 'name', 'mediaType', 'location', 'size', 'sha256', 'marker'],
            additionalProperties: false,
            properties: {
              kind: { const: 'attachment' },
              action: { enum: ['create', 'update', 'keep'] },
              id,
              name: { type: 'string' },
              storedName: { type: 'string' },
              mediaType: { type: 'string' },
              location: { type: 'string' },
              size: { type: 'integer', minimum: 0 },
              sha256: { type: 'string' },
              marker: { type: 'string' },
              replaces: { type: 'array', items: id },
            },
          },
          {
            type: 'object',
            required: ['kind', 'action', 'outcome', 'on', 'reason'],
            additionalProperties: false,
            properties: {
              kind: { const: 'completion' },
              action: { enum: ['update', 'keep'] },
              outcome: { enum: ['won', 'lost'] },
              statusId: id,
              closureCategoryId: id,
              on: { type: 'string', format: 'date' },
              reason,
            },
          },
        ],
      },
    },
    conflicts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['about', 'message', 'next', 'candidates'],
        additionalProperties: false,
        properties: {
          about: { type: 'string' },
          message: { type: 'string' },
          next: { type: 'string' },
          candidates: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'name'],
              additionalProperties: false,
              properties: { id, name: { type: 'string' } },
            },
          },
        },
      },
    },
    warnings: {
      type: 'array',
      items: {
        type: 'object',
        required: ['about', 'message'],
        additionalProperties: false,
        properties: { about: { type: 'string' }, message: { type: 'string' } },
      },
    },
    money: {
      type: 'object',
      required: ['net', 'optional'],
      additionalProperties: false,
      properties: {
        net: amounts,
        optional: amounts,
        tax: { type: 'string' },
        expectedTax: { type: 'string' },
        currency: { type: 'string' },
      },
    },
    basis: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'id', 'fingerprint'],
        additionalProperties: false,
        properties: { kind: { enum: ['opportunity', 'quote'] }, id, fingerprint: { type: 'string' } },
      },
    },
    requests: {
      type: 'object',
      required: ['spent', 'expected'],
      additionalProperties: false,
      properties: { spent: count, expected: count },
    },
  },
};
