import { QuotebridgeError } from '@quotebridge/core';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Whether the folder of a file that a person named is there. It is not made: a mistyped path would leave folders behind.
 *
 * @throws `usage` that names the folder
 */
export async function existingFolder(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  if (await isFolder(folder)) return;
  throw new QuotebridgeError(
    'usage',
    `The file “${path}” cannot be written: there is no folder “${folder}”.`,
    {
      next: 'Make the folder, or name another place.',
    },
  );
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
