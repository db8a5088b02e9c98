import { QuotebridgeError } from '@quotebridge/core';
import { readFile } from 'node:fs/promises';

/** A file that somebody needs is not lost; the same may be written again. @throws `usage` */
export async function refuseOtherFile(path: string, bytes: Uint8Array): Promise<void> {
  let there: Uint8Array;
  try {
    there = await readFile(path);
  } catch (error) {
    // Whatever else is wrong with the place, writing will say.
    if (error instanceof Error && 'code' in error) return;
    throw error;
  }
  if (Buffer.compare(there, bytes) === 0) return;
  throw new QuotebridgeError('usage', `The file “${path}” is there already and holds something else.`, {
    next: 'Name another one with -o, or write over it with --force.',
  });
}
