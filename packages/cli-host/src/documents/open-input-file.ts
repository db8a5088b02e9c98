import { inputFileError } from './input-file-error.js';
import { createReadStream } from 'node:fs';
import type { ErrorCode } from '@quotebridge/core';

/** The content of a file in pieces, from its start each time. Its error says what the file was wanted for. */
export async function* openInputFile(
  path: string,
  purpose: string,
  code: ErrorCode = 'usage',
): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw inputFileError(error, path, purpose, code);
  } finally {
    stream.destroy();
  }
}
