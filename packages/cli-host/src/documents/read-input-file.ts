import { QuotebridgeError, type ErrorCode } from '@quotebridge/core';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Reads a file that the command line names. Its error says what is wrong with it, and what it was wanted for. */
export async function readInputFile(
  path: string,
  purpose: string,
  code: ErrorCode = 'document.invalid',
): Promise<Uint8Array> {
  const place = resolve(path);
  try {
    if ((await stat(place)).isDirectory()) throw unreadable(path, purpose, code, 'is a folder');
    return await readFile(place);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.name === 'QuotebridgeError') throw error;
    throw unreadable(
      path,
      purpose,
      code,
      reasons[String(error.code)] ?? `cannot be read (${String(error.code)})`,
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
};

function unreadable(path: string, purpose: string, code: ErrorCode, reason: string): QuotebridgeError {
  return new QuotebridgeError(code, `The ${purpose} “${path}” ${reason}.`, {
    faults: [{ at: path, expected: 'a file that can be read' }],
    next: 'Check the path; nothing was sent.',
  });
}
