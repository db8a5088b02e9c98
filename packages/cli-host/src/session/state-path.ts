import { join, resolve } from 'node:path';

/** The state file: the one that was named, else one beside the configuration. */
export function statePath(named: string | undefined, configurationFolder: string): string {
  return named === undefined ? join(configurationFolder, '.quotebridge', 'state.sqlite') : resolve(named);
}
