import { isProcessAlive } from './process-name.js';
import { statePath } from './state-path.js';
import { isFolder } from '@quotebridge/command-line/files';
import { QuotebridgeError, type StateStore } from '@quotebridge/core';
import { openSqliteState } from '@quotebridge/core/sqlite-state';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Opens the state file. Only the folder beside the configuration is made; one that was named must be there. */
export async function openState(named: string | undefined, configurationFolder: string): Promise<StateStore> {
  const path = statePath(named, configurationFolder);
  const folder = dirname(path);
  if (named === undefined) await makeFolder(folder);
  else if (!(await isFolder(folder))) {
    throw new QuotebridgeError(
      'state.unusable',
      `The state file “${named}” cannot be opened: there is no folder “${folder}”.`,
      { next: 'Make the folder, or name another place with --state.' },
    );
  }
  return openSqliteState({ path, isProcessAlive });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new QuotebridgeError(
      'state.unusable',
      `The folder “${folder}” of the state file cannot be made (${reason}).`,
      { next: 'Name a place that you may write to with --state.' },
    );
  }
}
