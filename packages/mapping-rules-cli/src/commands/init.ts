import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { collected } from '@quotebridge/command-line';
import { Command, Option } from 'commander';

export function initCommand(): Command {
  return new Command('init')
    .description(
      'Write a first rule file with explanations and cases, lines to try it with, and its schema for editors',
    )
    .argument('[rules]', 'rule file to write', 'rules.yaml')
    .option('--from <file>', 'a table (CSV with a header) whose rows become rules')
    .option(
      '--value <column>',
      'with --from: the column that the rules give (default: value, else the last one)',
    )
    .addOption(sectionOption())
    .option(
      '--key <column>',
      'with --from: a column that is a condition (repeatable; default: all that tell rows apart)',
      collected,
    )
    .option('--force', 'write over files that are there')
    .addHelpText(
      'after',
      examples(
        'init',
        'init --from parts.csv',
        'init groups.yaml --from groups.csv --section productGroups --value Group',
      ) +
        '\nColumns of the table are conditions, the last one what the rules give, a column “comment” a comment:\n' +
        '  ItemType,Manufacturer,ProductGroup\n' +
        '  Hardware,prefix:HP,HP hardware\n' +
        '  Labor,,Services\n' +
        '  default:,,Other\n',
    )
    .action(lateAction(async () => (await import('../actions/init-rules.js')).initRules));
}

function sectionOption(): Option {
  const option = new Option(
    '--section <name>',
    'with --from: where they go; tables.<name> is a table of your own (default: as the column is called)',
  );
  option.argChoices = ['partNumber', 'productGroups', 'users', 'taxes'];
  return option;
}
