import type { JsonObject } from '@quotebridge/core/plugin';

/** The `quotebridge` field of package.json. */
export const memoryManifest = {
  apiVersion: 1,
  main: './dist/memory-plugin.js',
  contributes: {
    contactManagers: [
      { id: 'memory', displayName: 'In-memory contact manager', settings: './settings.schema.json' },
    ],
  },
} as const satisfies JsonObject;
