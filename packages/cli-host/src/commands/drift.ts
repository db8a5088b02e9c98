import { detailedExitCodeOption } from '../command-line/detailed-exit-code.js';
import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function driftCommand(): Command {
  return new Command('drift')
    .description('Compare what was last sent with what is in the PSA now. Writes nothing')
    .argument(
      '[file]',
      'file of the quoting tool that names the documents (default: everything that was sent)',
    )
    .option('--doc <number...>', 'only these documents')
    .option(...detailedExitCodeOption)
    .addHelpText(
      'after',
      examples(
        'drift',
        'drift examples/quotes.csv',
        'drift --doc AAAQ1001',
        'drift --detailed-exitcode --json --quiet',
      ),
    )
    .action(lateAction(async () => (await import('../actions/show-drift.js')).showDrift));
}
