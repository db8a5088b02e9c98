import { examples } from '../command-line/help-examples.js';
import { positiveNumber } from '../command-line/whole-number.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function clientsCommand(): Command {
  return new Command('clients')
    .description('Client companies in the PSA')
    .addCommand(
      new Command('search')
        .description('Find clients by a part of their name')
        .argument('<text>', 'part of the name')
        .option('--limit <count>', 'at most that many', positiveNumber)
        .addHelpText('after', examples('clients search acme', 'clients search "Acme Dental" --json'))
        .action(lateAction(async () => (await import('../actions/search-clients.js')).searchClients)),
    )
    .addHelpText('after', examples('clients search acme'));
}
