import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function applyCommand(): Command {
  return new Command('apply')
    .description('Carry out a stored plan exactly, or refuse because something has changed since')
    .argument('<plan>', 'plan written by `quotebridge plan -o`')
    .option('--file <file>', 'file of the quoting tool as it is now (default: the one it was planned from)')
    .addHelpText(
      'after',
      examples('apply plan.json', 'apply plan.json --file examples/quotes.csv', 'apply plan.json --json'),
    )
    .action(lateAction(async () => (await import('../actions/apply-plan.js')).applyPlan));
}
