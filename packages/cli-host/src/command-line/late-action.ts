import { globalOptionsOf } from './global-options.js';
import type { CommandContext } from './command-context.js';
import type { Command } from 'commander';

/** Positional arguments first, then the command's own options. Answers the exit code; nothing means 0. */
export type Action<Options> = (
  context: CommandContext,
  options: Options,
  positionals: readonly string[],
) => Promise<number | undefined>;

/** An action whose module is loaded when it runs, and not before: `--help` must not pay for it. */
export function lateAction<Options extends object>(
  load: () => Promise<Action<Options>>,
): (this: Command, ...values: unknown[]) => Promise<void> {
  return async function (this: Command) {
    const [{ Terminal }, action] = await Promise.all([import('../presentation/terminal.js'), load()]);
    const globals = globalOptionsOf(this.optsWithGlobals());
    const context: CommandContext = { globals, terminal: new Terminal(globals) };
    const positionals = this.processedArgs
      .flat()
      .filter((value): value is string => typeof value === 'string');
    process.exitCode = (await action(context, this.opts<Options>(), positionals)) ?? 0;
  };
}
