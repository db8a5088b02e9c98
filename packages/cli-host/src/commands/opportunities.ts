import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

export function opportunitiesCommand(): Command {
  return new Command('opportunities')
    .description('Opportunities in the PSA')
    .addCommand(
      new Command('list')
        .description('List the opportunities of a client or a user')
        .addOption(new Option('--client <id>', 'of this client').conflicts('user'))
        .option('--user <id>', 'of this user')
        .option('--open', 'only open ones')
        .addHelpText(
          'after',
          examples('opportunities list --client 101', 'opportunities list --user 301 --open'),
        )
        .action(lateAction(async () => (await import('../actions/list-opportunities.js')).listOpportunities)),
    )
    .addHelpText('after', examples('opportunities list --client 101'));
}
