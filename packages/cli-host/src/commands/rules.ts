import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function rulesCommand(): Command {
  return new Command('rules')
    .description('The rules of the connection: part numbers, tables, addresses, DataLink')
    .addCommand(
      new Command('export')
        .description('Print the tables of the settings as a rule file for mapping-rules')
        .option('-o, --output <path>', 'write it to a file: YAML, or JSON when its name ends in .json')
        .option('--force', 'write over a file that holds something else')
        .addHelpText('after', examples('rules export', 'rules export -o rules.yaml'))
        .action(lateAction(async () => (await import('../actions/export-rules.js')).exportRules)),
    )
    .addHelpText('after', examples('rules export -o rules.yaml'));
}
