import { isSameFile } from '../data/is-same-file.js';
import { holdsOther } from '@quotebridge/command-line/files';
import { join, resolve } from 'node:path';

/**
 * Where the lines go: `lines.csv` in the folder, or the next name that takes no other file's place.
 *
 * @param taken files that the command reads or writes besides
 * @param force whether another file that is there may go
 */
export async function linesPath(
  folder: string,
  text: string,
  taken: readonly string[],
  force: boolean,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? 'lines.csv' : `lines-${number}.csv`);
    if (await isOneOf(path, taken)) continue;
    if (force || !(await holdsOther(path, Buffer.from(text)))) return path;
  }
}

/** Also under a name that only some file systems tell apart. */
async function isOneOf(path: string, others: readonly string[]): Promise<boolean> {
  for (const other of others) if (isSameName(path, other) || (await isSameFile(path, other))) return true;
  return false;
}

export function isSameName(one: string, other: string): boolean {
  return resolve(one).toLowerCase() === resolve(other).toLowerCase();
}
