import { bindingsFormat } from './bindings-file.js';

const fields = { type: 'object' } as const;

const image = {
  type: 'object',
  additionalProperties: false,
  required: ['wanted', 'stored'],
  properties: {
    wanted: { ...fields, description: 'What was written last, by field.' },
    stored: { ...fields, description: 'How the PSA showed it right afterwards.' },
    url: { type: 'string' },
    stamp: { type: 'string', description: 'Of the marker in the record, as it stood after the last push.' },
    edits: { ...fields, description: 'Values that a person gave in place of the document’s.' },
  },
} as const;

const binding = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'key', 'recordId', 'image'],
  properties: {
    kind: {
      enum: ['document', 'opportunity', 'quote', 'line', 'client', 'user', 'attachment', 'decision'],
    },
    key: { type: 'string' },
    recordId: { type: 'string' },
    image,
  },
} as const;

export const bindingsHeaderSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'connection', 'exportedAt'],
  properties: {
    format: { const: bindingsFormat },
    connection: { type: 'string' },
    target: { type: 'string', description: 'Which tenant they belong to.' },
    exportedAt: { type: 'string', format: 'date-time' },
  },
} as const;

export const bindingsFamilySchema = {
  type: 'object',
  additionalProperties: false,
  required: ['family', 'numbers', 'bindings'],
  properties: {
    family: { type: 'string', minLength: 1 },
    numbers: { type: 'array', items: { type: 'string' } },
    bindings: { type: 'array', items: binding },
  },
} as const;

/** One line of a file of bindings: the first is the header, every other one a family. */
export const bindingsSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Bindings of Quotebridge, one line of the file',
  type: 'object',
  oneOf: [bindingsHeaderSchema, bindingsFamilySchema],
} as const;
