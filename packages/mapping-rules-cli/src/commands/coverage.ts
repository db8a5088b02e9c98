import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { addLinesOptions } from '../data/lines-options.js';
import { Command } from 'commander';

export function coverageCommand(): Command {
  const command = new Command('coverage')
    .description('Tell which rows of the tables no line uses, and which ItemTypes and users no row covers')
    .argument('<rules>', 'rule file, in YAML or JSON')
    .argument('<lines...>', 'files with lines as CSV, JSON or NDJSON; - is standard input');
  return addLinesOptions(command)
    .option('--strict', 'exit with 1 when a row is not used or a value is not covered')
    .addHelpText(
      'after',
      examples('coverage rules.yaml lines.csv', 'coverage rules.yaml 2025.csv 2026.csv --json') +
        '\nExit codes: 0 all lines were read · 1 lines with an error, or a gap with --strict\n',
    )
    .action(lateAction(async () => (await import('../actions/cover-rules.js')).coverRules));
}
