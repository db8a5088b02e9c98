import type { JsonObject } from '../../base/json.js';

export const userMappingsSchema = {
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
      appliesWhen: { unmapped: { enum: ['fallback'] } },
    },
  },
} as const satisfies JsonObject;
