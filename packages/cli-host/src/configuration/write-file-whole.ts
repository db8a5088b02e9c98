import { existingFolder } from './existing-folder.js';
import { QuotebridgeError } from '@quotebridge/core';
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * Writes a file so that it is either the old one or the whole new one, also when the machine stops half-way. A file that
 * was there keeps its permissions; `mode` is for a new one.
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const place = resolve(path);
  const unfinished = `${place}.${process.pid}.unfinished`;
  await existingFolder(path);
  try {
    const before = await permissionsOf(place);
    await writeFile(unfinished, content, { mode: before ?? mode });
    // What the system takes away from a new file is not taken away from the old one.
    if (before !== undefined) await chmod(unfinished, before);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new QuotebridgeError('usage', `The file “${path}” cannot be written (${reason}).`, {
      next: 'Name a place that you may write to.',
    });
  }
}

async function permissionsOf(place: string): Promise<number | undefined> {
  try {
    return (await stat(place)).mode & 0o777;
  } catch {
    return undefined;
  }
}
