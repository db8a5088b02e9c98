import { inputFileError } from './input-file-error.js';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ErrorCode } from '@quotebridge/core';

/** Reads a file that the command line names. Its error says what is wrong with it, and what it was wanted for. */
export async function readInputFile(
  path: string,
  purpose: string,
  code: ErrorCode = 'document.invalid',
): Promise<Uint8Array> {
  try {
    return await readFile(resolve(path));
  } catch (error) {
    throw inputFileError(error, path, purpose, code);
  }
}
