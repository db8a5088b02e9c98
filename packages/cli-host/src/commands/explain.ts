import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command, Option } from 'commander';

export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'Tell the whole story of a value of a stored plan: where it comes from, and why not another one',
    )
    .argument('<plan>', 'plan written by `quotebridge plan -o`')
    .option('--line <line>', 'every value of a line: its place in the quote, its key, or its item number')
    .addOption(
      new Option(
        '--field <address>',
        'one value, such as quote.title or quote.lines.7.price, or every value of a record, such as opportunity',
      ).conflicts('line'),
    )
    .addHelpText(
      'after',
      examples(
        'explain plan.json --line 7',
        'explain plan.json --field quote.title',
        'explain plan.json --field quote.lines.7.price --json',
        'explain plan.json --field opportunity.ticketType',
      ),
    )
    .action(lateAction(async () => (await import('../actions/explain-plan.js')).explainPlan));
}
