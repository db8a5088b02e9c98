import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function checkCommand(): Command {
  return new Command('check')
    .description('Sign in and look for what would get in the way of a push')
    .addHelpText('after', examples('check', 'check --connection main --json'))
    .action(lateAction(async () => (await import('../actions/run-check.js')).runCheck));
}
