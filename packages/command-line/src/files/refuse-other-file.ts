import type { Refusal } from './refusal.js';
import { readFile } from 'node:fs/promises';

/** A file that somebody needs is not lost; the same may be written again. */
export async function refuseOtherFile(path: string, bytes: Uint8Array, refuse: Refusal): Promise<void> {
  let there: Uint8Array;
  try {
    there = await readFile(path);
  } catch (error) {
    // Whatever else is wrong with the place, writing will say.
    if (error instanceof Error && 'code' in error) return;
    throw error;
  }
  if (Buffer.compare(there, bytes) === 0) return;
  throw refuse(`The file “${path}” is there already and holds something else.`, {
    next: 'Name another one, or write over it with --force.',
  });
}
