import { openInputFile } from './open-input-file.js';
import type { Refusal } from './refusal.js';

/** A text of more than that has no place in memory; a device such as /dev/zero never ends. */
const largestFile = 512 * 1024 * 1024;

/** Reads a file that the command line names. Its error says what is wrong with it, and what it was wanted for. */
export async function readInputFile(path: string, purpose: string, refuse: Refusal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of openInputFile(path, purpose, refuse)) {
    pieces.push(piece);
    size += piece.length;
    if (size > largestFile) throw tooLarge(path, purpose, refuse);
  }
  return Buffer.concat(pieces, size);
}

function tooLarge(path: string, purpose: string, refuse: Refusal): Error {
  const expected = `a file of at most ${largestFile / 1024 ** 2} MB`;
  return refuse(`The ${purpose} “${path}” is too large.`, {
    faults: [{ at: path, expected }],
    next: 'Split it; nothing was written.',
  });
}
