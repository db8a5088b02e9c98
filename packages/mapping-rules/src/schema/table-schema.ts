import { matchModes } from '../table/table.js';
import { list, object, text, textByKey, textsBy } from './schema-parts.js';
import type { RootSchema } from './schema-node.js';

/** What a mapping table is made of. */
export const tableSchema: RootSchema = {
  $ref: '#/definitions/table',
  definitions: {
    table: object(
      {
        key: text,
        match: { enum: matchModes },
        rows: { anyOf: [list({ $ref: '#/definitions/row' }), textByKey] },
        fallback: text,
        default: text,
        comment: text,
      },
      ['rows'],
    ),
    row: object(
      {
        when: {
          anyOf: [text, { type: 'object', additionalProperties: { $ref: '#/definitions/condition' } }],
        },
        value: text,
        comment: text,
      },
      ['when', 'value'],
    ),
    condition: {
      anyOf: [
        text,
        { ...textsBy(matchModes, { empty: { const: true } }), minProperties: 1, maxProperties: 1 },
      ],
    },
  },
};
