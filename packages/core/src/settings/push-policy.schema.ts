import type { JsonObject } from '../base/json.js';

/**
 * The settings that every contact manager has in common: how a document becomes records. Top-level properties are
 * the pages a person sees; a plugin adds its own pages beside them.
 */
export const pushPolicySchema = {
  opportunity: {
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
      wonStatus: {
        type: 'string',
        title: 'Won status',
        description:
          'Name or id of the status that a won opportunity gets. Needed unless it is never completed.',
        lookup: 'statuses',
      },
      closureCategory: {
        type: 'string',
        title: 'Closure category of won opportunities',
        description: 'Name or id of the reason category that a won opportunity gets.',
        lookup: 'closureCategories',
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
  },
  products: {
    type: 'object',
    title: 'Products',
    description: 'How lines find their products, and what happens when there is none yet.',
    additionalProperties: false,
    default: {},
    properties: {
      itemNumberField: {
        type: 'string',
        title: 'Product ID mapping',
        description: 'Document field that holds the item number. Any column of the line may be named.',
        default: 'ManufacturerPartNumber',
        examples: ['ManufacturerPartNumber', 'InternalPartNumber', 'VendorPartNumber', 'CustomText01'],
      },
      partNumberGeneration: {
        type: 'object',
        title: 'Part number generation',
        description:
          'How a line without an item number gets one. Not offered while the manufacturer part number is the item number.',
        additionalProperties: false,
        default: {},
        properties: {
          mode: {
            type: 'string',
            title: 'Mode',
            description:
              'Not at all (the push stops and names the lines), by one macro, or by a macro per ItemType.',
            enum: ['none', 'macro', 'byItemType'],
            default: 'none',
          },
          macro: {
            type: 'string',
            title: 'Macro',
            description: 'Fields in plain text.',
            examples: ['&DI_ItemType:&DI_ManufacturerPartNumber'],
            default: '',
          },
          byItemType: {
            type: 'object',
            title: 'Macro per ItemType',
            description: 'ItemType → macro.',
            additionalProperties: { type: 'string' },
            default: {},
          },
          otherwise: {
            type: 'string',
            title: 'Macro for all other ItemTypes',
            description: 'Used when an ItemType has no macro of its own.',
            default: '',
          },
        },
      },
      emptyPartNumbers: {
        type: 'object',
        title: 'Fallback part numbers',
        description: 'Line type → item number for lines that still have none.',
        additionalProperties: false,
        default: {},
        properties: {
          product: { type: 'string', title: 'Products', description: 'For product and service lines.' },
          groupHeader: {
            type: 'string',
            title: 'Group headers',
            description: 'For grouped bundles that are written as one line.',
          },
        },
      },
      createMissing: {
        type: 'boolean',
        title: 'Create missing products',
        description: 'Off: a line whose product does not exist is a conflict.',
        default: true,
      },
      copyNumberToSku: {
        type: 'boolean',
        title: 'Copy the manufacturer part number to the SKU field',
        description: 'Of products that are created.',
        default: false,
      },
      includeCost: {
        type: 'boolean',
        title: 'Include costs',
        description: 'Write the cost of lines and of created products.',
        default: true,
      },
    },
  },
  quote: {
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
      freightName: {
        type: 'string',
        title: 'Name of the freight line',
        description: 'Freight of a document is written as a line of its own.',
        default: 'Freight',
        minLength: 1,
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
  },
  defaults: {
    type: 'object',
    title: 'Settings',
    description: 'Defaults of new records, and who owns them.',
    additionalProperties: false,
    default: {},
    properties: {
      ticketType: {
        type: 'string',
        title: 'Default ticket type',
        description:
          'Name or id of the type of new opportunities. May be left out where the PSA has only one.',
        lookup: 'ticketTypes',
      },
      productGroup: {
        type: 'string',
        title: 'Default product group',
        description: 'Name or id of the group of created products whose ItemType is not mapped.',
        lookup: 'productGroups',
      },
      recordOwner: {
        type: 'string',
        title: 'Default record owner',
        description:
          'The sales representative of the document, or the person who is logged in to the quoting tool.',
        enum: ['salesRepresentative', 'loggedInUser'],
        default: 'salesRepresentative',
      },
    },
  },
  userMappings: {
    type: 'object',
    title: 'User Mappings',
    description: 'Who is who.',
    additionalProperties: false,
    default: {},
    properties: {
      users: {
        type: 'object',
        title: 'Users',
        description: 'User name of the quoting tool → name, e-mail address or id of the agent.',
        additionalProperties: { type: 'string' },
        default: {},
        lookup: 'agents',
      },
      unmapped: {
        type: 'string',
        title: 'Users without a mapping',
        description:
          'Leave the owner to the PSA (the account of the connection), use the fallback agent, or stop. An agent of the same name is found without a mapping.',
        enum: ['leave', 'fallback', 'stop'],
        default: 'leave',
      },
      fallbackAgent: {
        type: 'string',
        title: 'Fallback agent',
        description: 'Name, e-mail address or id.',
        lookup: 'agents',
      },
    },
  },
  productGroupMappings: {
    type: 'object',
    title: 'Product Group Mappings',
    description: 'Which product group created products get.',
    additionalProperties: false,
    default: {},
    properties: {
      groups: {
        type: 'object',
        title: 'Product groups',
        description: 'ItemType → name or id of the product group.',
        additionalProperties: { type: 'string' },
        default: {},
        lookup: 'productGroups',
      },
    },
  },
  taxMappings: {
    type: 'object',
    title: 'Tax Mappings',
    description: "Which of the PSA's taxes the tax codes of the quoting tool mean.",
    additionalProperties: false,
    default: {},
    properties: {
      codes: {
        type: 'object',
        title: 'Taxes',
        description:
          'Tax code → name or id of the tax. A code that is not mapped is matched by the tax rate of the document.',
        additionalProperties: { type: 'string' },
        default: {},
        lookup: 'taxes',
      },
    },
  },
} as const satisfies JsonObject;
