import { globalOptionsOf, type GlobalOptions } from './global-options.js';
import {
  lateAction as sharedLateAction,
  type Action as AnyAction,
  type LateSetting,
} from '@quotebridge/command-line';
import type { Command } from 'commander';

/** Positional arguments first, then the command's own options. Answers the exit code; nothing means 0. */
export type Action<Options> = AnyAction<Options, GlobalOptions>;

/** An action whose module is loaded when it runs, and not before: `--help` must not pay for it. */
export function lateAction<Options extends object>(
  load: () => Promise<Action<Options>>,
): (this: Command, ...values: unknown[]) => Promise<void> {
  return sharedLateAction({ globalsOf: globalOptionsOf, terminal }, load);
}

const terminal: LateSetting<GlobalOptions>['terminal'] = async () =>
  (await import('../presentation/open-terminal.js')).openTerminal;
