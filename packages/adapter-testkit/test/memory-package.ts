import { readFileSync } from 'node:fs';
import type { AdapterPackage } from '../src/index.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** The testkit's own package as a host finds it. */
export const memoryPackage: AdapterPackage = {
  manifest: (read('package.json') as { quotebridge: unknown }).quotebridge,
  files: { './settings.schema.json': read('settings.schema.json') },
  load: () => import('../src/memory-plugin.js'),
};
