import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { sectionArgument } from '../sections/section-argument.js';
import { Command } from 'commander';

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Put the rows of a spreadsheet into a table of the rules. Comments and layout of the file stay',
    )
    .argument('<rules>', 'rule file, in YAML or JSON')
    .addArgument(sectionArgument())
    .argument('<file>', 'CSV as `export` writes it; - for standard input')
    .option('--dry-run', 'say what would change, and write nothing')
    .option('--force', 'also take a table without rows: all rows of the rules go')
    .addHelpText(
      'after',
      examples(
        'import rules.yaml productGroups groups.csv',
        'import rules.yaml tables.Warranty warranty.csv --dry-run',
      ) +
        '\nA column for each field, then “value” and “comment”. A cell is a text, or begins with exact:, prefix:, pattern:\n' +
        'or is empty:. Blank: the field does not matter. default: the value when no row matches; without it, it stays.\n' +
        'Exit codes: 0 done · 1 the rows have errors, or cases of the rules come out otherwise · 2 no such table or file\n',
    )
    .action(lateAction(async () => (await import('../actions/import-section.js')).importSection));
}
