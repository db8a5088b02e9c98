import { addAttachmentOptions } from '../command-line/attachment-options.js';
import { detailedExitCodeOption } from '../command-line/detailed-exit-code.js';
import { addChoiceOptions } from '../command-line/choice-options.js';
import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function planCommand(): Command {
  const command = new Command('plan')
    .description('Show what a push would do, field by field. Writes nothing in the PSA')
    .argument('<file>', 'file of the quoting tool')
    .requiredOption('--doc <number>', 'number of the document')
    .option('-o, --output <path>', 'write the plan as JSON, for `quotebridge apply`')
    .option(...detailedExitCodeOption)
    .option('--full', 'work everything out again although nothing has changed, so that each value says why')
    .option('--attach <path...>', 'files to attach to the opportunity');
  return addChoiceOptions(addAttachmentOptions(command))
    .addHelpText(
      'after',
      examples(
        'plan examples/quotes.csv --doc AAAQ1001',
        'plan examples/quotes.csv --doc AAAQ1001 --attach examples/quote.pdf -o plan.json',
        'plan examples/quotes.csv --doc AAAQ1001 --detailed-exitcode --quiet',
      ),
    )
    .action(lateAction(async () => (await import('../actions/make-plan.js')).makePlan));
}
