import { configurationNames, configurationPath } from './configuration-path.js';
import { parseConfiguration } from './parse-configuration.js';
import type { LoadedConfiguration } from './configuration.js';
import { QuotebridgeError } from '@quotebridge/core';
import { readFile } from 'node:fs/promises';

/** Reads the configuration; undefined when none was named and none is there. */
export async function findConfiguration(named: string | undefined): Promise<LoadedConfiguration | undefined> {
  const path = configurationPath(named);
  return path === undefined ? undefined : parseConfiguration(await readText(path), path);
}

/** Reads the configuration. @throws `settings.invalid` when there is none. */
export async function loadConfiguration(named: string | undefined): Promise<LoadedConfiguration> {
  const found = await findConfiguration(named);
  if (found !== undefined) return found;
  throw new QuotebridgeError(
    'settings.invalid',
    `There is no configuration here: expected ${configurationNames.join(' or ')} in ${process.cwd()}.`,
    { next: 'Make one with `quotebridge init`, or name it with --config.' },
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const missing = reason === 'ENOENT';
    throw new QuotebridgeError(
      'settings.invalid',
      missing
        ? `The configuration “${path}” does not exist.`
        : `The configuration “${path}” cannot be read (${reason}).`,
      {
        next: missing
          ? 'Make it with `quotebridge init`, or correct --config.'
          : 'Name a readable file with --config.',
      },
    );
  }
}
