import type { JsonObject } from '../../base/json.js';

export const productGroupMappingsSchema = {
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
} as const satisfies JsonObject;
