import type { JsonObject } from '../../base/json.js';

export const opportunitySchema = {
  type: 'object',
  title: 'Opportunity',
  description: 'What happens to the opportunity of a document.',
  additionalProperties: false,
  default: {},
  properties: {
    completeOn: {
      type: 'string',
      title: 'Complete the opportunity as won',
      description: 'When the document becomes an order, when it becomes an invoice, or never.',
      enum: ['order', 'invoice', 'never'],
      default: 'never',
    },
    conversionDate: {
      type: 'string',
      title: 'Conversion date',
      description:
        'Day that a won opportunity counts as converted: the date of the order or invoice, or today.',
      enum: ['documentDate', 'today'],
      default: 'documentDate',
      appliesWhen: { completeOn: { enum: ['order', 'invoice'] } },
    },
    createWonWhenNone: {
      type: 'boolean',
      title: 'When an order or invoice has no opportunity, ask whether to create a won one',
      description:
        'On: a person at a terminal is asked. Off, or when nobody is there to be asked (--yes, no terminal): none is created, and nothing of that order or invoice is written, unless a person chooses an opportunity for it. A document that has an opportunity is not affected.',
      default: false,
    },
    listExistingBy: {
      type: 'string',
      title: 'List existing opportunities by',
      description:
        'Whose opportunities are offered for a document that has none yet: the client’s or the user’s.',
      enum: ['client', 'user'],
      default: 'client',
    },
    writeProducts: {
      type: 'boolean',
      title: 'Write products into the opportunity',
      description:
        'The products of an opportunity stand on its quote. Off: only the value of the opportunity is written, and no quote.',
      default: true,
    },
    lineHandling: {
      type: 'string',
      title: 'Line handling',
      description:
        'Every line of the document, or a summary: one line with the sum of all (one for each billing period and tax code where there are several).',
      enum: ['detail', 'summary'],
      default: 'detail',
      appliesWhen: { writeProducts: { enum: [true] } },
    },
    summaryPartNumber: {
      type: 'string',
      title: 'Part number of the summary line',
      description: 'A text with macros of the document header.',
      default: '&DH_DocNo &DH_DocName',
      examples: ['&DH_DocNo &DH_DocName', 'QUOTE-TOTAL'],
      appliesWhen: { lineHandling: { enum: ['summary'] } },
    },
    wonStatus: {
      type: 'string',
      title: 'Won status',
      description:
        'Name or id of the status that a won opportunity gets. Needed unless none is ever completed or created as won.',
      lookup: 'statuses',
      appliesWhen: { completeOn: { enum: ['order', 'invoice'] } },
    },
    closureCategory: {
      type: 'string',
      title: 'Closure category of won opportunities',
      description: 'Name or id of the reason category that a won opportunity gets.',
      lookup: 'closureCategories',
      optional: true,
      appliesWhen: { completeOn: { enum: ['order', 'invoice'] } },
    },
    updateName: {
      type: 'boolean',
      title: 'Update the opportunity name with the document name',
      description: 'Off: the name is written when the opportunity is created and left alone afterwards.',
      default: false,
    },
    amount: {
      type: 'string',
      title: 'Amount of the opportunity',
      description: 'The sale amount, or the profit (price less cost).',
      enum: ['sale', 'profit'],
      default: 'sale',
    },
  },
} as const satisfies JsonObject;
