import { addAttachmentOptions } from '../command-line/attachment-options.js';
import { addChoiceOptions } from '../command-line/choice-options.js';
import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

export function pushCommand(): Command {
  const command = new Command('push')
    .description('Make the opportunity and the quote of a document, or bring them up to date')
    .argument('<file>', 'file of the quoting tool, named before the options')
    .option('--doc <number...>', 'numbers of the documents to push')
    .addOption(
      new Option(
        '--all',
        'push every document that no later one has replaced: quotes, then orders, then invoices',
      ).conflicts('doc'),
    )
    .addOption(
      new Option(
        '--from-start',
        'with --all: begin with the first document although an earlier run was interrupted later on',
      ).conflicts('doc'),
    )
    .option('--attach <path...>', 'files to attach to the opportunity of one document')
    .option('-y, --yes', 'do not ask: needed when nobody sits at a terminal');
  return addChoiceOptions(addAttachmentOptions(command))
    .addHelpText(
      'after',
      examples(
        'push examples/quotes.csv --doc AAAQ1001',
        'push examples/quotes.csv --doc AAAQ1001 --attach examples/quote.pdf',
        'push examples/quotes.csv --doc AAAQ1001 --render --links',
        'push examples/quotes.csv --doc AAAQ1001 AAAQ1002 --yes',
        'push examples/quotes.csv --doc AAAO1001 --opportunity 2001 --won --yes',
        'push examples/quote.json --all --yes --json',
        'push export.csv --all --yes --from-start',
      ),
    )
    .action(lateAction(async () => (await import('../actions/push-documents.js')).pushDocuments));
}
