import type { Refusal } from './refusal.js';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Whether the folder of a file that a person named is there. It is not made: a mistyped path would leave folders behind.
 *
 * @throws what `refuse` makes of it, with the name of the folder
 */
export async function existingFolder(path: string, refuse: Refusal): Promise<void> {
  const folder = dirname(resolve(path));
  if (await isFolder(folder)) return;
  throw refuse(`The file “${path}” cannot be written: there is no folder “${folder}”.`, {
    next: 'Make the folder, or name another place.',
  });
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
