import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function rebindCommand(): Command {
  return new Command('rebind')
    .description('Rebuild a lost state from the markers in the PSA. Writes nothing in the PSA')
    .argument('[file]', 'file of the quoting tool that names the documents (default: all that the PSA lists)')
    .option('--doc <number...>', 'only these documents and their families')
    .addHelpText(
      'after',
      examples('rebind', 'rebind examples/quotes.csv', 'rebind examples/quotes.csv --doc AAAQ1001 --json'),
    )
    .action(lateAction(async () => (await import('../actions/rebind-families.js')).rebindFamilies));
}
