import type { Command } from 'commander';

/** Options that every command of every program understands, wherever they stand on the command line. */
export interface CommonOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

export function addCommonOptions(program: Command): Command {
  return program
    .option('--json', 'print JSON on standard output, errors included')
    .option('--quiet', 'print results and errors only')
    .option('--verbose', 'print each step, and the stack of an unexpected error')
    .option('--no-color', 'no colours (also NO_COLOR)');
}

export function commonOptionsOf(values: Record<string, unknown>): CommonOptions {
  return {
    json: values['json'] === true,
    quiet: values['quiet'] === true,
    verbose: values['verbose'] === true,
    color: values['color'] !== false,
  };
}
