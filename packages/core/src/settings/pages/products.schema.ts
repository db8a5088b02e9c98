import type { JsonObject } from '../../base/json.js';

export const productsSchema = {
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
          appliesWhen: { itemNumberField: { not: { enum: ['ManufacturerPartNumber'] } } },
        },
        macro: {
          type: 'string',
          title: 'Macro',
          description: 'Fields in plain text.',
          examples: ['&DI_ItemType:&DI_ManufacturerPartNumber'],
          default: '',
          appliesWhen: { 'partNumberGeneration.mode': { enum: ['macro'] } },
        },
        byItemType: {
          type: 'object',
          title: 'Macro per ItemType',
          description: 'ItemType → macro.',
          additionalProperties: { type: 'string' },
          default: {},
          appliesWhen: { 'partNumberGeneration.mode': { enum: ['byItemType'] } },
        },
        otherwise: {
          type: 'string',
          title: 'Macro for all other ItemTypes',
          description: 'Used when an ItemType has no macro of its own.',
          default: '',
          appliesWhen: { 'partNumberGeneration.mode': { enum: ['byItemType'] } },
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
        percentDiscount: {
          type: 'string',
          title: 'Discounts',
          description: 'For discount lines. A product is only looked for, never created.',
        },
        percentCharge: {
          type: 'string',
          title: 'Charges',
          description: 'For charge lines. A product is only looked for, never created.',
        },
        freight: {
          type: 'string',
          title: 'Freight',
          description: 'For the freight line. A product is only looked for, never created.',
        },
      },
    },
    createMissing: {
      type: 'boolean',
      title: 'Create missing products',
      description: 'Off: a line whose product does not exist is a conflict.',
      default: true,
    },
    updateExisting: {
      type: 'array',
      title: 'Fields to update on existing products',
      description: 'A product that exists is reused and never changed, except for the fields named here.',
      items: { type: 'string', enum: ['name', 'description', 'cost', 'price', 'sku'] },
      uniqueItems: true,
      default: [],
    },
    laborItemTypes: {
      type: 'array',
      title: 'ItemTypes of labor',
      description: 'A missing product with one of these ItemTypes is created as a cost item.',
      items: { type: 'string' },
      uniqueItems: true,
      default: ['Labor', 'Labour'],
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
} as const satisfies JsonObject;
