import type { JsonObject } from '@quotebridge/core/plugin';

/** Settings of the in-memory contact manager; settings.schema.json holds the same. */
export const memorySettingsSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['account'],
  properties: {
    account: {
      type: 'object',
      title: 'Account',
      description: 'How to sign in to the in-memory PSA.',
      additionalProperties: false,
      required: ['clientSecret'],
      properties: {
        clientSecret: {
          type: 'string',
          title: 'Client secret',
          description: 'The seeded tenant knows one: in-memory-client-secret-4711.',
          writeOnly: true,
          minLength: 1,
        },
      },
    },
    habits: {
      type: 'object',
      title: 'Habits',
      description: 'Which habits of real PSAs are imitated.',
      additionalProperties: false,
      properties: {
        answers: {
          type: 'string',
          title: 'Answers to writes',
          description: 'The whole record, or its id alone.',
          enum: ['record', 'id'],
          default: 'record',
        },
        lineWrites: {
          type: 'string',
          title: 'Writing of lines',
          description: 'All lines in one request, or one request for each.',
          enum: ['together', 'each'],
          default: 'together',
        },
        opportunityValue: {
          type: 'string',
          title: 'Value of an opportunity',
          description: 'As written, or added up from the lines of its quotes.',
          enum: ['explicit', 'derived'],
          default: 'explicit',
        },
      },
    },
  },
} as const satisfies JsonObject;
