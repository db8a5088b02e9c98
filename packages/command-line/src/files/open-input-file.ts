import { inputFileError } from './input-file-error.js';
import { createReadStream } from 'node:fs';
import type { Refusal } from './refusal.js';

/** The content of a file in pieces, from its start each time. Its error says what the file was wanted for. */
export async function* openInputFile(
  path: string,
  purpose: string,
  refuse: Refusal,
): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw inputFileError(error, path, purpose, refuse);
  } finally {
    stream.destroy();
  }
}
