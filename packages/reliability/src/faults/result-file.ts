import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../test-results/', import.meta.url);

/** Writes what a suite found, for `npm run reliability:report` to make the tables from. */
export function writeResults(name: string, results: unknown): void {
  const path = fileURLToPath(new URL(`${name}.json`, folder));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, undefined, 1)}\n`);
}
