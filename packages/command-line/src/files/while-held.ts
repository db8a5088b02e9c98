import type { Refusal } from './refusal.js';
import { writeFailure } from './write-failure.js';
import { open, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** What is held is written within moments: who holds it longer than this was killed. Milliseconds. */
const patience = 5_000;

/**
 * Does something with a file while no other process does. A small file beside it says so.
 *
 * @throws what `refuse` makes of it when the file beside it cannot be made
 */
export async function whileHeld<Result>(
  path: string,
  work: () => Promise<Result>,
  refuse: Refusal,
): Promise<Result> {
  const sign = `${path}.held`;
  while (!(await isTaken(sign, refuse))) {
    if (await isLeftBehind(sign)) await rm(sign, { force: true });
    else await setTimeout(20);
  }
  try {
    return await work();
  } finally {
    await rm(sign, { force: true });
  }
}

/** Whether this process has it now. */
async function isTaken(sign: string, refuse: Refusal): Promise<boolean> {
  try {
    await (await open(sign, 'wx')).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw refuse(`The file “${sign}” cannot be written: ${writeFailure(error, 'folder')}.`, {
      next: 'Make its folder one that you may write to.',
    });
  }
}

async function isLeftBehind(sign: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(sign)).mtimeMs > patience;
  } catch {
    return false;
  }
}
