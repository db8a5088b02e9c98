import type { Refusal } from './refusal.js';

/** What is wrong with a file that the command line names, and what it was wanted for; other errors as they are. */
export function inputFileError(error: unknown, path: string, purpose: string, refuse: Refusal): unknown {
  if (!(error instanceof Error) || !('code' in error) || !systemCode.test(String(error.code))) return error;
  return refuse(`The ${purpose} “${path}” ${readFailure(error)}.`, {
    faults: [{ at: path, expected: 'a file that can be read' }],
    next: 'Check the path; nothing was written.',
  });
}

/** `ENOENT`, `ERR_INVALID_ARG_VALUE`: codes of Node. */
const systemCode = /^E[A-Z0-9_]+$/;

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
