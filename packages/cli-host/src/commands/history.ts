import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { positiveNumber } from '@quotebridge/command-line';
import { Command } from 'commander';

export function historyCommand(): Command {
  return new Command('history')
    .description('Every push: who, when, and what it changed')
    .option('--doc <number...>', 'only of these documents and their families, field by field')
    .option('--since <day>', 'not older than this day, such as 2026-11-01')
    .option('--limit <count>', 'at most that many, the newest (default: 50 on the screen)', positiveNumber)
    .option('--csv <path>', 'write a table with a row for each change; - is standard output')
    .addHelpText(
      'after',
      examples(
        'history',
        'history --doc AAAQ1001',
        'history --since 2026-11-01 --csv history.csv',
        'history --limit 1 --json',
      ),
    )
    .action(lateAction(async () => (await import('../actions/show-history.js')).showHistory));
}
