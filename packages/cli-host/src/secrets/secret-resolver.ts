import { keyringSecret } from './keyring-secret.js';
import { rememberSecret } from './known-secrets.js';
import { QuotebridgeError, type EngineOptions, type SecretReference } from '@quotebridge/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Gives the engine the values of secret references. Files are relative to the configuration's folder. */
export function secretResolver(
  folder: string,
  environment: NodeJS.ProcessEnv,
): EngineOptions['resolveSecret'] {
  return async (reference) => {
    const value = await valueOf(reference, folder, environment);
    if (value === undefined || value === '') return undefined;
    rememberSecret(value);
    return value;
  };
}

async function valueOf(
  reference: SecretReference,
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  if ('env' in reference) return environment[reference.env];
  if ('file' in reference) return fileSecret(resolve(folder, reference.file));
  return keyringSecret(reference.keyring);
}

async function fileSecret(path: string): Promise<string | undefined> {
  try {
    // Editors end a file with a newline; no secret does.
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new QuotebridgeError('settings.invalid', `The secret file “${path}” cannot be read.`, {
      next: 'Check that it is a file and that you may read it.',
    });
  }
}
