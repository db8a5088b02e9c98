import type { JsonObject } from '../base/json.js';
import { planParts } from './plan-parts.schema.js';

const { id, fields, reason, reasons, kept } = planParts;

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
    kept,
    removed: fields,
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
      kept,
      image: fields,
      ...extra,
      ...optional,
    },
  };
}

/** JSON Schemas of what a plan may do to one record. Meanings: `operation.ts`. */
export const operationSchemas: readonly JsonObject[] = [
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
      kept,
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
      kept,
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
      before: {
        type: 'object',
        required: ['outcome'],
        additionalProperties: false,
        properties: { outcome: { enum: ['open', 'won', 'lost'] }, statusId: id },
      },
      reason,
    },
  },
  {
    type: 'object',
    required: ['kind', 'action', 'object', 'id', 'name', 'reason'],
    additionalProperties: false,
    properties: {
      kind: { const: 'removal' },
      action: { const: 'remove' },
      object: { enum: ['opportunity', 'quote', 'attachment'] },
      id,
      name: { type: 'string' },
      url: { type: 'string' },
      reason,
    },
  },
  {
    type: 'object',
    required: ['kind', 'action', 'id', 'outcome', 'reason'],
    additionalProperties: false,
    properties: {
      kind: { const: 'reopening' },
      action: { const: 'update' },
      id,
      outcome: { enum: ['won', 'lost'] },
      statusId: id,
      reason,
    },
  },
];
