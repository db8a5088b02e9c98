import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { searchHelp } from '../command-line/search-help.js';
import { positiveNumber } from '@quotebridge/command-line';
import { Command, Option } from 'commander';

export function itemsCommand(): Command {
  return new Command('items')
    .description('Catalogue products in the PSA')
    .addCommand(searchCommand())
    .addCommand(
      new Command('sync')
        .description('Fill the item cache with the whole catalogue, so that a push needs fewer requests')
        .addHelpText('after', examples('items sync', 'items sync --json'))
        .action(lateAction(async () => (await import('../actions/synchronise-items.js')).synchroniseItems)),
    )
    .addHelpText('after', examples('items search latitude', 'items sync'));
}

function searchCommand(): Command {
  return new Command('search')
    .description('Find items. What is given must all be true of them')
    .argument('[text]', 'part of the name, the description, a number, the SKU or the supplier')
    .option('--number <text>', 'part of the item number')
    .option('--sku <text>', 'part of the SKU')
    .option('--supplier-number <text>', 'part of the supplier’s own part number')
    .option('--group <name>', 'in this product group, by name or id')
    .addOption(new Option('--recurring', 'only what is billed again and again').conflicts('oneOff'))
    .option('--one-off', 'only what is billed once')
    .option('--include-inactive', 'inactive ones, too')
    .option('--limit <count>', 'at most that many (default: 50)', positiveNumber)
    .option(
      '--as-lines',
      'as lines of a document: CSV with the columns of QuoteWerks, or with --json for its JSON form',
    )
    .addHelpText(
      'after',
      examples(
        'items search latitude',
        'items search FG-60F --json',
        'items search --group "Cloud Subscriptions" --recurring',
        'items search latitude --as-lines',
      ) + searchHelp,
    )
    .action(lateAction(async () => (await import('../actions/search-items.js')).searchItems));
}
