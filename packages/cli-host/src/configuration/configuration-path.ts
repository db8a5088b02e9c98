import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Names that are looked for in the working folder, in this order. */
export const configurationNames = ['quotebridge.yaml', 'quotebridge.json'] as const;

/** The configuration to read: the one that was named, else the first that is there. */
export function configurationPath(named: string | undefined): string | undefined {
  if (named !== undefined) return resolve(named);
  return configurationNames.map((name) => resolve(name)).find((path) => existsSync(path));
}
