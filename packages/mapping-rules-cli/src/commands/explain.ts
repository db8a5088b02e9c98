import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { addLinesOptions } from '../data/lines-options.js';
import { collected, positiveNumber } from '@quotebridge/command-line';
import { Command, Option } from 'commander';

export function explainCommand(): Command {
  const command = new Command('explain')
    .description(
      'Say why a line becomes what it becomes: which row, which alternatives, and why not the others',
    )
    .argument('<rules>', 'rule file, in YAML or JSON')
    .option('--in <path>', 'lines as CSV, JSON or NDJSON; - is standard input')
    .addOption(
      new Option('--row <number>', 'which line, from 1; without --in: which case of the rules').argParser(
        positiveNumber,
      ),
    )
    .option(
      '--set <field=value>',
      'a field of a line that is made up, such as ItemType=Labor (repeatable)',
      collected,
    )
    .option(
      '--column <name>',
      'only this column of the result, such as ProductGroup (repeatable)',
      collected,
    );
  return addLinesOptions(command)
    .addHelpText(
      'after',
      examples(
        'explain rules.yaml --in lines.csv --row 3',
        'explain rules.yaml --row 1',
        'explain rules.yaml --set ItemType=Labor --column ProductGroup',
      ) + '\nExit codes: 0 explained · 1 the line has an error · 2 no such line\n',
    )
    .action(lateAction(async () => (await import('../actions/explain-line.js')).explainLine));
}
