import type { JsonObject } from '../../base/json.js';

export const quoteSchema = {
  type: 'object',
  title: 'Quote',
  description: 'How the document becomes a quote.',
  additionalProperties: false,
  default: {},
  properties: {
    status: {
      type: 'string',
      title: 'Status of new quotes',
      description: "Name or id. Empty: the PSA's own default.",
      lookup: 'quoteStatuses',
      optional: true,
    },
    options: {
      type: 'string',
      title: 'Options that are not selected',
      description: 'Write them as optional lines, which no total counts, or leave them out.',
      enum: ['optional', 'skip'],
      default: 'optional',
    },
    comments: {
      type: 'string',
      title: 'Comment lines',
      description: 'Write them as lines without a price, or leave them out.',
      enum: ['line', 'skip'],
      default: 'line',
    },
    groupedBundles: {
      type: 'string',
      title: 'Grouped bundles',
      description: 'Write every member, or the bundle as one line.',
      enum: ['members', 'summary'],
      default: 'members',
    },
    foreignLines: {
      type: 'string',
      title: 'Lines that people added in the PSA',
      description: 'Leave them where they are, or remove them.',
      enum: ['keep', 'remove'],
      default: 'keep',
    },
    listPrices: {
      type: 'string',
      title: 'List prices and discounts',
      description:
        'Show the list price of a line beside its price, the discount as well, or neither. The price that is charged is the same.',
      enum: ['none', 'listPrice', 'listPriceAndDiscount'],
      default: 'listPrice',
    },
    currency: {
      type: 'string',
      title: 'Currency',
      description:
        'Check that the PSA knows the currency that a document names and give it to the quote, or ignore it.',
      enum: ['check', 'ignore'],
      default: 'check',
    },
    freightName: {
      type: 'string',
      title: 'Name of the freight line',
      description: 'Freight of a document is written as a line of its own.',
      default: 'Freight',
      minLength: 1,
    },
    tolerance: {
      type: 'string',
      title: 'Tolerance of the proof',
      description:
        'An amount as text, such as "0.02": the most that a sum of the quote (a billing period, its options, its discounts, the tax, the total) may differ from the document, and a line by rounding. Every difference is shown and explained all the same, and nothing is adjusted.',
      pattern: '^\\d{1,4}(\\.\\d{1,2})?$',
      default: '0.00',
      examples: ['0.00', '0.02'],
    },
    total: {
      type: 'string',
      title: 'Total of the quote',
      description:
        "Prove the PSA's own total as well, or leave it out, because it means something else there than one period of every line.",
      enum: ['prove', 'ignore'],
      default: 'prove',
    },
    proof: {
      type: 'string',
      title: 'Proof of the money',
      description:
        "`answer`: the PSA's answer to a write is taken as its word when it shows every line complete, which saves a request; `readBack`: the quote is always read again.",
      enum: ['answer', 'readBack'],
      default: 'answer',
    },
  },
} as const satisfies JsonObject;
