import type { JsonObject } from '../../base/json.js';

export const dataLinkSchema = {
  type: 'object',
  title: 'DataLink',
  description: 'Fields that are copied between documents and records of the PSA.',
  additionalProperties: false,
  default: {},
  properties: {
    rows: {
      type: 'array',
      title: 'Rows',
      description:
        'Applied in order: several sources for one target are tried one after the other, the last one with a value wins, and an empty source does not overwrite.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['on', 'object', 'from', 'to'],
        properties: {
          on: {
            type: 'string',
            title: 'Event',
            description:
              'When an address of the document is chosen from the PSA (`soldTo`, `shipTo`, `billTo`, or `address` for each of them), or when the document is sent (`save`).',
            enum: ['soldTo', 'shipTo', 'billTo', 'address', 'save'],
          },
          object: {
            type: 'string',
            title: 'Record',
            description: 'Record of the PSA. Choosing an address reads users and clients only.',
            enum: ['users', 'clients', 'opportunities', 'quotes', 'lineItems'],
          },
          from: {
            type: 'string',
            title: 'From',
            description:
              'Field of the record when an address is chosen; field of the document when it is sent.',
            minLength: 1,
          },
          to: {
            type: 'string',
            title: 'To',
            description:
              'Field of the document when an address is chosen (`***Phone` means the phone of the address that is chosen); field of the record when it is sent.',
            minLength: 1,
          },
          ownership: {
            type: 'string',
            title: 'Who decides',
            description:
              'About a field that is saved: `ours` is always written again, `theirs` only while nothing stands there, `shared` unless a person has changed it since. Left out: shared. Of several rows for one field, the last one says it.',
            enum: ['ours', 'theirs', 'shared'],
            optional: true,
          },
          comment: { type: 'string', title: 'Comment', description: 'For people.' },
        },
      },
      default: [],
      examples: [[{ on: 'save', object: 'opportunities', from: 'DocNo', to: 'CFQuoteReference' }]],
    },
  },
} as const satisfies JsonObject;
