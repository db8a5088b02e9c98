import type { JsonObject } from '../base/json.js';

const reason = {
  type: 'object',
  description:
    'Why a value is what it is; `considered` is everything that was looked at on the way to it, in that order.',
  required: ['from', 'text'],
  additionalProperties: false,
  properties: {
    from: { enum: ['document', 'setting', 'rule', 'mapping', 'default', 'match', 'person', 'engine'] },
    at: { type: 'string' },
    text: { type: 'string' },
    considered: {
      type: 'array',
      items: {
        type: 'object',
        required: ['candidate', 'taken', 'why'],
        additionalProperties: false,
        properties: {
          candidate: { type: 'string' },
          at: { type: 'string' },
          taken: { type: 'boolean' },
          why: { type: 'string' },
        },
      },
    },
  },
} as const satisfies JsonObject;

const ownership = { enum: ['ours', 'theirs', 'shared'] } as const satisfies JsonObject;

/** Pieces that the plan's schema and that of its operations have in common. */
export const planParts = {
  id: { type: 'string', minLength: 1 },
  fields: { type: 'object' },
  reason,
  reasons: { type: 'object', additionalProperties: reason },
  ownership,
  kept: {
    type: 'array',
    description: 'Fields that stay as they are in the PSA although the document wants something else.',
    items: {
      type: 'object',
      required: ['field', 'ours', 'theirs', 'ownership'],
      additionalProperties: false,
      properties: { field: { type: 'string' }, ours: {}, theirs: {}, lastWritten: {}, ownership },
    },
  },
} as const satisfies JsonObject;
