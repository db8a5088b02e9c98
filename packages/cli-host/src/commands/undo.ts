import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function undoCommand(): Command {
  return new Command('undo')
    .description('Take back what the last push of a document changed, as far as nobody has changed it since')
    .requiredOption('--doc <number>', 'number of the document')
    .option('-y, --yes', 'do not ask')
    .option('-o, --output <path>', 'only write the plan as JSON, for `quotebridge apply`')
    .addHelpText(
      'after',
      examples('undo --doc AAAQ1001', 'undo --doc AAAQ1001 --yes --json', 'undo --doc AAAQ1001 -o undo.json'),
    )
    .action(lateAction(async () => (await import('../actions/undo-push.js')).undoPush));
}
