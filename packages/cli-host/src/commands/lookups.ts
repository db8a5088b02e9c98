import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function lookupsCommand(): Command {
  return new Command('lookups')
    .description(
      'List the choices of the PSA as they are now: ticket types, agents, taxes, product groups, …',
    )
    .argument('[name]', 'list to print; without it, the names of the lists')
    .addHelpText('after', examples('lookups', 'lookups ticketTypes', 'lookups taxes --json'))
    .action(lateAction(async () => (await import('../actions/list-lookup.js')).listLookup));
}
