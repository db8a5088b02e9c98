import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { searchHelp } from '../command-line/search-help.js';
import { positiveNumber } from '@quotebridge/command-line';
import { Command } from 'commander';

export function usersCommand(): Command {
  return new Command('users')
    .description('People at client companies in the PSA')
    .addCommand(
      new Command('search')
        .description('Find users by a part of their name or e-mail address')
        .argument('<text>', 'part of the name or e-mail address')
        .option('--client <id>', 'only at this client')
        .option('--include-inactive', 'inactive ones, too')
        .option('--limit <count>', 'at most that many (default: 50)', positiveNumber)
        .addHelpText('after', examples('users search chen', 'users search chen --client 101') + searchHelp)
        .action(lateAction(async () => (await import('../actions/search-users.js')).searchUsers)),
    )
    .addHelpText('after', examples('users search chen'));
}
