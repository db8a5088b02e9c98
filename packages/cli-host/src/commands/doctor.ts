import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function doctorCommand(): Command {
  return new Command('doctor')
    .alias('check')
    .description(
      'Look for everything that would get in the way of a push, and say how to mend it. Writes nothing',
    )
    .option('--documents <file>', 'try the documents of this file, too: a dry run of each')
    .option('--doc <number...>', 'only these documents of the file')
    .addHelpText(
      'after',
      examples(
        'doctor',
        'doctor --documents examples/quotes.csv',
        'doctor --documents examples/quotes.csv --doc AAAQ1001 --json',
      ),
    )
    .action(lateAction(async () => (await import('../actions/run-doctor.js')).runDoctor));
}
