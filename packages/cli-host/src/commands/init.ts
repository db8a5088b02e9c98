import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function initCommand(): Command {
  return new Command('init')
    .description('Make or change the configuration; on a terminal it asks for what is needed')
    .option('--plugin <id>', 'contact manager, such as halopsa')
    .option('--name <name>', 'name of the connection (default: main)')
    .option(
      '--set <path=value>',
      'a setting, such as account.serverUrl=https://example.halopsa.com (repeatable)',
      collect,
      [],
    )
    .addHelpText(
      'after',
      examples(
        'init',
        'init --plugin halopsa --set account.serverUrl=https://example.halopsa.com --set account.clientId=0e9c… --set account.clientSecret.env=HALO_SECRET',
        'init --set defaults.ticketType=Opportunity',
      ),
    )
    .action(lateAction(async () => (await import('../actions/init-configuration.js')).initConfiguration));
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
