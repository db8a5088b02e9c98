import { examples } from '../command-line/help-examples.js';
import { positiveNumber } from '../command-line/whole-number.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function itemsCommand(): Command {
  return new Command('items')
    .description('Catalogue products in the PSA')
    .addCommand(
      new Command('search')
        .description('Find items by a part of their name or number')
        .argument('<text>', 'part of the name or number')
        .option('--limit <count>', 'at most that many', positiveNumber)
        .addHelpText('after', examples('items search latitude', 'items search FG-60F --json'))
        .action(lateAction(async () => (await import('../actions/search-items.js')).searchItems)),
    )
    .addCommand(
      new Command('sync')
        .description('Fill the item cache with the whole catalogue, so that a push needs fewer requests')
        .addHelpText('after', examples('items sync', 'items sync --json'))
        .action(lateAction(async () => (await import('../actions/synchronise-items.js')).synchroniseItems)),
    )
    .addHelpText('after', examples('items search latitude', 'items sync'));
}
