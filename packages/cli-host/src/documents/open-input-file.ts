import { inputFileError } from './input-file-error.js';
import { createReadStream } from 'node:fs';

/** The content of a file in pieces, from its start each time. Its error says what the file was wanted for. */
export async function* openInputFile(path: string, purpose: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw inputFileError(error, path, purpose, 'usage');
  } finally {
    stream.destroy();
  }
}
