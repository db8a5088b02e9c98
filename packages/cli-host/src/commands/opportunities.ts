import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

export function opportunitiesCommand(): Command {
  return new Command('opportunities')
    .description('Opportunities in the PSA')
    .addCommand(
      new Command('list')
        .description(
          'List the opportunities of a client or a user, or those that a document may be linked to',
        )
        .addOption(new Option('--client <id>', 'of this client').conflicts('user'))
        .option('--user <id>', 'of this user')
        .option('--open', 'only open ones')
        .addOption(
          new Option(
            '--for <file>',
            'open ones of the client or user of a document in this file, as opportunity.listExistingBy says',
          ).conflicts(['client', 'user']),
        )
        .option('--doc <number>', 'the document')
        .addHelpText(
          'after',
          examples(
            'opportunities list --client 101',
            'opportunities list --user 301 --open',
            'opportunities list --for examples/quotes.csv --doc AAAQ1001',
          ),
        )
        .action(lateAction(async () => (await import('../actions/list-opportunities.js')).listOpportunities)),
    )
    .addHelpText('after', examples('opportunities list --client 101'));
}
