import type { JsonObject } from '../base/json.js';

/** The extension points and the JSON Schema of an entry of each; the manifest's schema is assembled from them. */
export const extensionPoints = {
  contactManagers: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'displayName', 'settings'],
    properties: {
      id: {
        type: 'string',
        pattern: '^[a-z][a-z0-9-]*$',
        description: 'lower-case letters, digits and hyphens',
      },
      displayName: { type: 'string', minLength: 1 },
      settings: {
        type: 'string',
        pattern: '^\\./',
        description: 'a path in the package that starts with ./',
      },
    },
  },
  documentSources: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'displayName', 'extensions'],
    properties: {
      id: {
        type: 'string',
        pattern: '^[a-z][a-z0-9-]*$',
        description: 'lower-case letters, digits and hyphens',
      },
      displayName: { type: 'string', minLength: 1 },
      extensions: {
        type: 'array',
        items: { type: 'string', pattern: '^\\.', description: 'an ending such as .csv' },
      },
    },
  },
} as const satisfies JsonObject;

export type ExtensionPoint = keyof typeof extensionPoints;

export const manifestSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:quotebridge:schema:plugin:1',
  title: 'The quotebridge field of a plugin’s package.json',
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'main', 'contributes'],
  properties: {
    apiVersion: { const: 1 },
    main: { type: 'string', pattern: '^\\./', description: 'a path in the package that starts with ./' },
    contributes: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(extensionPoints).map(([name, entry]) => [name, { type: 'array', items: entry }]),
      ),
    },
  },
} as const;
