import { Option, type Command } from 'commander';

/** Options that every command understands, wherever they stand on the command line. */
export interface GlobalOptions {
  readonly config?: string;
  readonly connection?: string;
  readonly state?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

export function addGlobalOptions(program: Command): Command {
  return program
    .addOption(
      new Option('--config <path>', 'configuration file (default: quotebridge.yaml, then .json)').env(
        'QUOTEBRIDGE_CONFIG',
      ),
    )
    .option('--connection <name>', 'connection of the configuration (default: main, or the only one)')
    .addOption(
      new Option(
        '--state <path>',
        'state file (default: .quotebridge/state.sqlite beside the configuration)',
      ).env('QUOTEBRIDGE_STATE'),
    )
    .option('--json', 'print JSON on standard output, errors included')
    .option('--quiet', 'print results and errors only')
    .option('--verbose', 'print each step, and the stack of an unexpected error')
    .option('--no-color', 'no colours (also NO_COLOR)');
}

export function globalOptionsOf(values: Record<string, unknown>): GlobalOptions {
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const config = text('config');
  const connection = text('connection');
  const state = text('state');
  return {
    ...(config === undefined ? {} : { config }),
    ...(connection === undefined ? {} : { connection }),
    ...(state === undefined ? {} : { state }),
    json: values['json'] === true,
    quiet: values['quiet'] === true,
    verbose: values['verbose'] === true,
    color: values['color'] !== false,
  };
}
