import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { searchHelp } from '../command-line/search-help.js';
import { positiveNumber } from '@quotebridge/command-line';
import { Command } from 'commander';

export function clientsCommand(): Command {
  return new Command('clients')
    .description('Client companies in the PSA')
    .addCommand(
      new Command('search')
        .description('Find clients by a part of their name')
        .argument('<text>', 'part of the name')
        .option('--include-inactive', 'inactive ones, too')
        .option('--limit <count>', 'at most that many (default: 50)', positiveNumber)
        .addHelpText(
          'after',
          examples('clients search acme', 'clients search "Acme Dental" --include-inactive --json') +
            searchHelp,
        )
        .action(lateAction(async () => (await import('../actions/search-clients.js')).searchClients)),
    )
    .addHelpText('after', examples('clients search acme'));
}
