import { QuotebridgeError, type ErrorCode } from '@quotebridge/core';

/** What is wrong with a file that the command line names, and what it was wanted for; other errors as they are. */
export function inputFileError(error: unknown, path: string, purpose: string, code: ErrorCode): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.name === 'QuotebridgeError') return error;
  return new QuotebridgeError(code, `The ${purpose} “${path}” ${readFailure(error)}.`, {
    faults: [{ at: path, expected: 'a file that can be read' }],
    next: 'Check the path; nothing was sent.',
  });
}

/** Why a file cannot be read, as the end of a sentence about it. */
export function readFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return reasons[code] ?? `cannot be read (${code})`;
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder',
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
};
