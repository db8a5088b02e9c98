import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

export function renderCommand(): Command {
  return new Command('render')
    .description('Make a PDF of a document, with totals per billing period. Needs no PSA')
    .argument('<file>', 'file of the quoting tool')
    .requiredOption('--doc <number>', 'number of the document')
    .option('-o, --output <path>', 'where to write it; <number>.pdf in this folder unless told')
    .option('--sender <text>', 'what stands at the top, in place of the setting attachments.pdfSender')
    .addOption(
      new Option('--paper <size>', 'size of the pages; by the address of the customer unless told').choices([
        'a4',
        'letter',
      ]),
    )
    .option('--force', 'write over a file that holds something else')
    .addHelpText(
      'after',
      examples(
        'render examples/quotes.csv --doc AAAQ1001',
        'render examples/quotes.csv --doc AAAQ1001 -o quote.pdf --sender "Northwind Managed IT"',
      ),
    )
    .action(lateAction(async () => (await import('../actions/render-document.js')).renderToFile));
}
