import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function documentsCommand(): Command {
  return new Command('documents')
    .description('Documents in a file of the quoting tool')
    .addCommand(
      new Command('list')
        .description('List the documents of a file with their faults. Needs no PSA')
        .argument('<file>', 'file of the quoting tool')
        .addHelpText(
          'after',
          examples('documents list examples/quotes.csv', 'documents list examples/quotes.csv --json'),
        )
        .action(lateAction(async () => (await import('../actions/list-documents.js')).listDocuments)),
    )
    .addCommand(
      new Command('show')
        .description('Show one document as Quotebridge reads it')
        .argument('<file>', 'file of the quoting tool')
        .requiredOption('--doc <number>', 'number of the document')
        .addHelpText('after', examples('documents show examples/quotes.csv --doc AAAQ1001'))
        .action(lateAction(async () => (await import('../actions/show-document.js')).showDocument)),
    )
    .addHelpText(
      'after',
      examples('documents list examples/quotes.csv', 'documents show examples/quotes.csv --doc AAAQ1001'),
    );
}
