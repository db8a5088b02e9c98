import { QuotebridgeError, type ErrorCode } from '@quotebridge/core';

/** What is wrong with a file that the command line names, and what it was wanted for; other errors as they are. */
export function inputFileError(error: unknown, path: string, purpose: string, code: ErrorCode): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.name === 'QuotebridgeError') return error;
  const reason = reasons[String(error.code)] ?? `cannot be read (${String(error.code)})`;
  return new QuotebridgeError(code, `The ${purpose} “${path}” ${reason}.`, {
    faults: [{ at: path, expected: 'a file that can be read' }],
    next: 'Check the path; nothing was sent.',
  });
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder',
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
};
