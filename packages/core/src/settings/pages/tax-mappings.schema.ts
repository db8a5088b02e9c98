import type { JsonObject } from '../../base/json.js';

export const taxMappingsSchema = {
  type: 'object',
  title: 'Tax Mappings',
  description:
    "Which of the PSA's taxes the tax codes of the quoting tool mean. Where they give another tax than the document states, by more than rounding explains (half a cent for each taxed line), nothing is written.",
  additionalProperties: false,
  default: {},
  properties: {
    calculation: {
      type: 'string',
      title: 'Tax calculation',
      description:
        'Line by line, each rounded (USA, UK, Australia), on the total (Canada), or as the document says of itself.',
      enum: ['document', 'perLine', 'onTotal'],
      default: 'document',
    },
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
} as const satisfies JsonObject;
