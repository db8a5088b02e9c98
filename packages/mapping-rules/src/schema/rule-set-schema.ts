import { fallbackLineTypes } from '../rule-set/part-number-rules.js';
import { descriptionNames, siteAddressLines } from '../rule-set/rule-set.js';
import { list, object, text, textByKey, textsBy } from './schema-parts.js';
import type { RootSchema } from './schema-node.js';
import { tableSchema } from './table-schema.js';

const texts = list(text);
const table = { $ref: '#/definitions/table' } as const;

/** What a rule set is made of. `schema.json` is this, with words for people (`schema-texts`). */
export const ruleSetSchema: RootSchema = {
  ...object(
    {
      $schema: text,
      version: { const: 1 },
      name: text,
      comment: text,
      fields: object({ line: texts, header: texts, application: texts }),
      partNumber: object(
        {
          field: text,
          generation: object(
            { mode: { enum: ['none', 'macro', 'byItemType'] }, macro: text, byItemType: table },
            ['mode'],
          ),
          fallbackByLineType: textsBy(fallbackLineTypes),
          length: object(
            {
              maximum: { type: 'integer', minimum: 1, maximum: 1_000_000 },
              tooLong: { enum: ['cut', 'hash', 'error'] },
            },
            ['maximum'],
          ),
        },
        ['field'],
      ),
      summary: object({ partNumber: text }),
      productGroups: table,
      users: table,
      taxes: table,
      siteAddress: textsBy(siteAddressLines),
      dataLink: list({ $ref: '#/definitions/dataLinkRow' }),
      descriptions: textsBy(descriptionNames),
      tables: { type: 'object', additionalProperties: table },
      tests: list(
        object({ name: text, given: textByKey, expect: { ...textByKey, minProperties: 1 }, comment: text }, [
          'name',
          'given',
          'expect',
        ]),
      ),
    },
    ['version'],
  ),
  definitions: {
    ...tableSchema.definitions,
    dataLinkRow: object(
      {
        on: { enum: ['soldTo', 'shipTo', 'billTo', 'address', 'save'] },
        object: { enum: ['users', 'clients', 'opportunities', 'quotes', 'lineItems'] },
        from: text,
        to: text,
        ownership: { enum: ['ours', 'theirs', 'shared'] },
        comment: text,
      },
      ['on', 'object', 'from', 'to'],
    ),
  },
};
