import type { CommandContext } from './command-context.js';
import type { CommonOptions } from './common-options.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Command } from 'commander';

/** Positional arguments first, then the command's own options. Answers the exit code; nothing means 0. */
export type Action<Options, Globals extends CommonOptions = CommonOptions> = (
  context: CommandContext<Globals>,
  options: Options,
  positionals: readonly string[],
) => Promise<number | undefined>;

export interface LateSetting<Globals extends CommonOptions> {
  readonly globalsOf: (values: Record<string, unknown>) => Globals;
  /** Loads what writes; answers how it is opened. */
  readonly terminal: () => Promise<(globals: Globals) => Terminal>;
}

/** An action whose module is loaded when it runs, and not before: `--help` must not pay for it. */
export function lateAction<Options extends object, Globals extends CommonOptions>(
  setting: LateSetting<Globals>,
  load: () => Promise<Action<Options, Globals>>,
): (this: Command, ...values: unknown[]) => Promise<void> {
  return async function (this: Command) {
    const [open, action] = await Promise.all([setting.terminal(), load()]);
    const globals = setting.globalsOf(this.optsWithGlobals());
    const positionals = this.processedArgs
      .flat()
      .filter((value): value is string => typeof value === 'string');
    const context = { globals, terminal: open(globals) };
    process.exitCode = (await action(context, this.opts<Options>(), positionals)) ?? 0;
  };
}
