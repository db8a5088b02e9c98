import { addAttachmentOptions } from '../command-line/attachment-options.js';
import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function attachCommand(): Command {
  const command = new Command('attach')
    .description('Attach files to the opportunity of a document that was pushed before')
    .argument('<file>', 'file of the quoting tool, named before the options')
    .requiredOption('--doc <number>', 'number of the document')
    .option('--file <path...>', 'files to attach');
  return addAttachmentOptions(command)
    .addHelpText(
      'after',
      examples(
        'attach examples/quotes.csv --doc AAAQ1001 --file examples/quote.pdf',
        'attach examples/quotes.csv --doc AAAQ1001 --render --links',
      ),
    )
    .action(lateAction(async () => (await import('../actions/attach-files.js')).attachFiles));
}
