import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { addLinesOptions } from '../data/lines-options.js';
import { Command } from 'commander';

export function diffCommand(): Command {
  const command = new Command('diff')
    .description(
      'Tell what would change for lines if other rules took the place of these, and by which rules',
    )
    .argument('<before>', 'rule file, in YAML or JSON')
    .argument('<after>', 'the rule file that shall take its place')
    .option('--in <path>', 'lines as CSV, JSON or NDJSON; - is standard input', '-')
    .option('--out <path>', 'write all changes as CSV, a row for each line and column; - is standard output');
  return addLinesOptions(command)
    .addHelpText(
      'after',
      examples(
        'diff rules.yaml new.yaml --in lines.csv',
        'diff rules.yaml new.yaml --in lines.csv --out changes.csv',
      ) + '\nExit codes: 0 nothing changes · 1 something does, or lines have errors\n',
    )
    .action(lateAction(async () => (await import('../actions/diff-rules.js')).diffRules));
}
