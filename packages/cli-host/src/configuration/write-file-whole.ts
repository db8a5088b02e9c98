import { QuotebridgeError } from '@quotebridge/core';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Writes a file so that it is either the old one or the whole new one, also when the machine stops half-way. */
export async function writeFileWhole(path: string, content: string): Promise<void> {
  const place = resolve(path);
  const unfinished = `${place}.${process.pid}.unfinished`;
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new QuotebridgeError('usage', `The file “${path}” cannot be written (${reason}).`, {
      next: 'Name a place that you may write to.',
    });
  }
}
