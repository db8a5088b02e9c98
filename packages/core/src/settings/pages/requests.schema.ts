import type { JsonObject } from '../../base/json.js';

export const requestsSchema = {
  type: 'object',
  title: 'Requests',
  description: 'How many requests may be made, by all processes that share this connection and its state.',
  additionalProperties: false,
  default: {},
  properties: {
    limit: {
      type: 'integer',
      title: 'Most requests within the window',
      description: 'Empty: what the PSA has said when it refused one, and 300 in 5 minutes before it has.',
      minimum: 1,
    },
    windowSeconds: {
      type: 'integer',
      title: 'Length of the window in seconds',
      description: 'It rolls: the limit holds for any stretch of time of that length.',
      minimum: 1,
      maximum: 86_400,
      default: 300,
    },
    timeoutSeconds: {
      type: 'number',
      title: 'Seconds to wait for an answer',
      description:
        'After that a request counts as unclear: whether it was carried out is found out before anything is sent again. Large files get more time in proportion.',
      minimum: 0.1,
      maximum: 600,
      default: 30,
    },
    reserveForPeople: {
      type: 'integer',
      title: 'Percent that bulk work leaves to people',
      description: 'So that somebody who pushes one document need not wait for a push of thousands.',
      minimum: 0,
      maximum: 90,
      default: 20,
    },
  },
} as const satisfies JsonObject;
