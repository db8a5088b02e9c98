import { isProcessAlive } from './process-name.js';
import { QuotebridgeError, type StateStore } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Opens the state file, making its folders when needed. */
export async function openState(path: string): Promise<StateStore> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new QuotebridgeError(
      'state.unusable',
      `The folder of the state file “${path}” cannot be made (${reason}).`,
      {
        next: 'Name a place that you may write to with --state.',
      },
    );
  }
  return openSqliteState({ path, isProcessAlive });
}
