import { openInputFile, type Refusal } from '@quotebridge/command-line/files';
import { stat } from 'node:fs/promises';
import type { DataInput } from './data-input.js';

/** Stands for standard input, and for standard output. */
export const pipeName = '-';

/** A file, a pipe that has a name, or standard input for `-`. Whether it can be read shows when it is opened. */
export async function namedInput(
  path: string,
  refuse: Refusal,
  purpose = 'file with lines',
): Promise<DataInput> {
  if (path === pipeName) {
    return {
      name: 'standard input',
      size: undefined,
      open: () => process.stdin as AsyncIterable<Uint8Array>,
    };
  }
  const open = (): AsyncIterable<Uint8Array> => openInputFile(path, purpose, refuse);
  return { name: path, size: await sizeOf(path), open };
}

/** Only a file can be read twice. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const facts = await stat(path);
    return facts.isFile() ? facts.size : undefined;
  } catch {
    // Opening it says what is wrong.
    return undefined;
  }
}
