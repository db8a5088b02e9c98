import {
  commonOptionsOf,
  lateAction as sharedLateAction,
  type Action,
  type CommonOptions,
  type LateSetting,
} from '@quotebridge/command-line';
import type { Command } from 'commander';

/** An action whose module is loaded when it runs, and not before: `--help` must not pay for it. */
export function lateAction<Options extends object>(
  load: () => Promise<Action<Options>>,
): (this: Command, ...values: unknown[]) => Promise<void> {
  return sharedLateAction({ globalsOf: commonOptionsOf, terminal }, load);
}

const terminal: LateSetting<CommonOptions>['terminal'] = async () =>
  (await import('./open-terminal.js')).openTerminal;
