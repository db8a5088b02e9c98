import { dirname } from 'node:path';

/**
 * Why a file cannot be written, as the end of a sentence about it.
 *
 * @param forbidden what the user may not write to where the system forbids it: the file, or the folder in which a new one was to be
 */
export function writeFailure(error: unknown, forbidden: 'file' | 'folder'): string {
  const { code = 'unknown reason', path = '' } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM')
    return `you may not write to ${forbidden === 'file' ? 'it' : `the folder “${dirname(path)}”`}`;
  return reasons[code] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EROFS: 'its disk may only be read',
  ENOSPC: 'its disk is full',
};
