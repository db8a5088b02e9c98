import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { collected } from '@quotebridge/command-line';
import { Command } from 'commander';

export function initCommand(): Command {
  return new Command('init')
    .description('Make or change the configuration; on a terminal it goes through the pages of settings')
    .option('--plugin <id>', 'contact manager, such as halopsa')
    .option('--name <name>', 'name of the connection (default: main)')
    .option('--page <name>', 'ask for everything on one page, such as opportunity')
    .option(
      '--set <setting=value>',
      'a setting, such as account.serverUrl=https://example.halopsa.com (repeatable)',
      collected,
    )
    .option('--unset <setting>', 'take a setting away, such as account.tenant (repeatable)', collected)
    .option('--from <file>', 'pages of settings in YAML or JSON, added to what is there')
    .addHelpText(
      'after',
      examples(
        'init',
        'init --page "User Mappings"',
        'init --plugin halopsa --set account.serverUrl=https://example.halopsa.com --set account.clientId=0e9c… --set account.clientSecret.env=HALO_SECRET',
        'init --set defaults.ticketType=Opportunity --unset opportunity.wonStatus',
        'init --from settings.yaml',
      ),
    )
    .action(lateAction(async () => (await import('../actions/init-configuration.js')).initConfiguration));
}
