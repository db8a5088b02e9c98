import { readFile } from 'node:fs/promises';

/** Whether there is a file with another content. Whatever else is wrong with the place, writing will say. */
export async function holdsOther(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readFile(path), bytes) !== 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
