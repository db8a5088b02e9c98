import { version } from '../version.js';
import type { Action } from '@quotebridge/command-line';

export const printVersion: Action<object> = async ({ terminal }) => {
  const { node } = process.versions;
  terminal.result({ version, node }, () => `mapping-rules ${version} (Node ${node})`);
  return 0;
};
