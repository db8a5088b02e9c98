import type { JsonObject } from '../../base/json.js';

type Owner = 'ours' | 'theirs' | 'shared';

/**
 * Only what may be chosen: money, products, options and the order of lines are the document's, always; the type of an
 * opportunity and the currency of a quote are given once.
 */
export const ownershipSchema = {
  type: 'object',
  title: 'Who decides',
  description:
    'Who decides about a field once it is written: `ours` is always written again, `theirs` only when the record is made, `shared` unless a person has changed it in the PSA since. Money is always ours. DataLink rows say it for themselves.',
  additionalProperties: false,
  default: {},
  properties: {
    opportunity: record('Opportunity', {
      title: {
        ...owner('Title'),
        description:
          'Left out: ours when the opportunity is to be renamed (opportunity.updateName), else theirs.',
      },
      client: owner('Client', 'shared'),
      site: owner('Site', 'shared'),
      user: owner('User', 'shared'),
      owner: owner('Owner', 'shared'),
      expectedCloseDate: owner('Expected close date', 'shared'),
    }),
    quote: record('Quote', {
      title: owner('Title', 'shared'),
      description: owner('Description', 'shared'),
      client: owner('Client', 'shared'),
      site: owner('Site', 'shared'),
      user: owner('User', 'shared'),
      owner: owner('Owner', 'shared'),
      status: {
        ...owner('Status', 'theirs'),
        description: 'Of quote.status; where that is left out, the status is never written.',
      },
      date: owner('Date', 'shared'),
      expiresOn: owner('Day of expiration', 'shared'),
      purchaseOrder: owner('Purchase order number', 'shared'),
      billingAddress: owner('Billing address', 'shared'),
      deliveryAddress: owner('Delivery address', 'shared'),
    }),
    lines: record('Lines of the quote', {
      name: owner('Name', 'shared'),
      note: owner('Note', 'shared'),
    }),
  },
} as const satisfies JsonObject;

function record(title: string, properties: JsonObject): JsonObject {
  return {
    type: 'object',
    title,
    description: 'Who decides about each of its fields.',
    additionalProperties: false,
    default: {},
    properties,
  };
}

function owner(title: string, otherwise?: Owner): JsonObject {
  return {
    type: 'string',
    title,
    description: 'ours, theirs or shared.',
    enum: ['ours', 'theirs', 'shared'],
    ...(otherwise === undefined ? {} : { default: otherwise }),
    optional: true,
  };
}
