import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { sectionArgument } from '../sections/section-argument.js';
import { Command } from 'commander';

export function exportCommand(): Command {
  return new Command('export')
    .description('Print a table of the rules as CSV, to edit it in a spreadsheet')
    .argument('<rules>', 'rule file, in YAML or JSON')
    .addArgument(sectionArgument())
    .option('-o, --output <path>', 'write it to a file')
    .option('--force', 'write over a file that holds something else')
    .addHelpText(
      'after',
      examples('export rules.yaml productGroups', 'export rules.yaml productGroups -o groups.csv'),
    )
    .action(lateAction(async () => (await import('../actions/export-section.js')).exportSection));
}
