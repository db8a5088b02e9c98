import { addCommonOptions, type CommonOptions, commonOptionsOf } from '@quotebridge/command-line';
import { Option, type Command } from 'commander';

/** Options that every command understands, wherever they stand on the command line. */
export interface GlobalOptions extends CommonOptions {
  readonly config?: string;
  readonly connection?: string;
  readonly state?: string;
}

export function addGlobalOptions(program: Command): Command {
  return addCommonOptions(
    program
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
      ),
  );
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
    ...commonOptionsOf(values),
    ...(config === undefined ? {} : { config }),
    ...(connection === undefined ? {} : { connection }),
    ...(state === undefined ? {} : { state }),
  };
}
