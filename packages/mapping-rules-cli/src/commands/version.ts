import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function versionCommand(): Command {
  return new Command('version')
    .description('Print the version of this command and of Node')
    .addHelpText('after', examples('version', 'version --json'))
    .action(lateAction(async () => (await import('../actions/print-version.js')).printVersion));
}
