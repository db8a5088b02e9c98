import { holdsOther } from './holds-other.js';
import type { Refusal } from './refusal.js';

/** A file that somebody needs is not lost; the same may be written again. */
export async function refuseOtherFile(path: string, bytes: Uint8Array, refuse: Refusal): Promise<void> {
  if (!(await holdsOther(path, bytes))) return;
  throw refuse(`The file “${path}” is there already and holds something else.`, {
    next: 'Name another one, or write over it with --force.',
  });
}
