import { version } from '../version.js';
import type { Action } from '../command-line/late-action.js';

export const printVersion: Action<object> = async ({ terminal }) => {
  terminal.result(
    { version, node: process.versions.node },
    () => `quotebridge ${version} (Node ${process.versions.node})`,
  );
  return 0;
};
