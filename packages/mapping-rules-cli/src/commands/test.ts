import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function testCommand(): Command {
  return new Command('test')
    .description('Run the cases that stand beside the rules: given columns, expected results')
    .argument('<rules>', 'rule file, in YAML or JSON')
    .option('--junit <path>', 'write the results as JUnit XML, for build servers')
    .addHelpText(
      'after',
      examples('test rules.yaml', 'test rules.yaml --junit results.xml') +
        '\nExit codes: 0 all passed · 1 a case failed, or the rules have errors\n',
    )
    .action(lateAction(async () => (await import('../actions/test-rules.js')).testRules));
}
