import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Find everything that is wrong with rule files, with its line. Runs nothing but their own cases',
    )
    .argument('<rules...>', 'rule files, in YAML or JSON')
    .option('--strict', 'warnings count as problems, too: exit with 1')
    .addHelpText(
      'after',
      examples('check rules.yaml', 'check rules.yaml --strict', 'check rules/*.yaml --json') +
        '\nA problem is a line such as\n' +
        '  rules.yaml:12:14: error “&DI_ItemTyp” names no field of the lines of documents. Did you mean &DI_ItemType? (macro.unknownField)\n' +
        'Exit codes: 0 no errors · 1 errors · 2 a file cannot be read\n',
    )
    .action(lateAction(async () => (await import('../actions/check-rules.js')).checkRules));
}
