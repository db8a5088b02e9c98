import type { JsonObject } from '../base/json.js';
import { operationSchemas } from './operation.schema.js';
import { planParts } from './plan-parts.schema.js';

const { id, reason, ownership } = planParts;
const owners = { type: 'object', additionalProperties: ownership } as const;
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

/** JSON Schema of a plan file; version 2. Meanings: `plan.ts`. */
export const planSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:quotebridge:schema:plan:2',
  title: 'Quotebridge plan',
  description: 'What a push will do, made without writing anything in the PSA.',
  type: 'object',
  additionalProperties: false,
  required: [
    'format',
    'digest',
    'purpose',
    'connection',
    'contactManager',
    'createdAt',
    'document',
    'matches',
    'operations',
    'conflicts',
    'warnings',
    'money',
    'ownership',
    'settings',
    'basis',
    'requests',
  ],
  properties: {
    format: { const: 'quotebridge.plan/2' },
    digest: {
      type: 'string',
      description: 'SHA-256 of the canonical JSON (keys sorted) of the plan without this field.',
      pattern: '^[0-9a-f]{64}$',
    },
    purpose: { enum: ['push', 'attach', 'undo'] },
    undoes: {
      type: 'object',
      required: ['push', 'at'],
      additionalProperties: false,
      properties: { push: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
    },
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
        content: { type: 'object', description: 'The document as it was when the plan was made.' },
        location: { type: 'string', description: 'Where its file was found.' },
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
      items: { oneOf: operationSchemas },
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
        properties: { about: { type: 'string' }, message: { type: 'string' }, next: { type: 'string' } },
      },
    },
    money: {
      type: 'object',
      required: ['net', 'optional'],
      additionalProperties: false,
      properties: {
        net: amounts,
        optional: amounts,
        before: amounts,
        foreign: amounts,
        tax: { type: 'string' },
        expectedTax: { type: 'string' },
        taxPercents: {
          type: 'object',
          description: "Percent by id of the PSA's taxes that the lines have.",
          additionalProperties: { type: 'string' },
        },
        taxLeavesOut: {
          type: 'array',
          description: 'Lines whose tax is not in `tax` yet, because they are first paid later.',
          items: { type: 'string' },
        },
        discounts: {
          type: 'array',
          description: 'What each discount line comes to; options left out.',
          items: {
            type: 'object',
            required: ['key', 'amount'],
            additionalProperties: false,
            properties: { key: { type: 'string' }, amount: { type: 'string' } },
          },
        },
        currency: { type: 'string' },
      },
    },
    ownership: {
      type: 'object',
      description: 'Who decides about each field, by record.',
      required: ['opportunity', 'quote', 'lines', 'clients', 'users'],
      additionalProperties: false,
      properties: {
        opportunity: owners,
        quote: owners,
        lines: owners,
        clients: owners,
        users: owners,
      },
    },
    leftOut: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'label', 'reason'],
        additionalProperties: false,
        properties: { key: { type: 'string' }, label: { type: 'string' }, reason },
      },
    },
    settings: {
      type: 'object',
      description: 'SHA-256 by page of the settings that the plan was made with.',
      additionalProperties: { type: 'string' },
    },
    basis: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'id', 'fingerprint', 'seen'],
        additionalProperties: false,
        properties: {
          kind: { enum: ['opportunity', 'quote'] },
          id,
          fingerprint: { type: 'string' },
          seen: { type: 'object', description: 'The record as it was read.' },
        },
      },
    },
    requests: {
      type: 'object',
      required: ['spent', 'expected', 'verifying'],
      additionalProperties: false,
      properties: { spent: count, expected: count, verifying: { type: 'integer', minimum: 0 } },
    },
  },
};
