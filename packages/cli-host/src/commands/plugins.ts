import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function pluginsCommand(): Command {
  return new Command('plugins')
    .description('Plugins that this installation knows')
    .addCommand(
      new Command('list')
        .description('List plugins, what they contribute, and what is wrong with them')
        .addHelpText('after', examples('plugins list', 'plugins list --json'))
        .action(lateAction(async () => (await import('../actions/list-plugins.js')).listPlugins)),
    )
    .addHelpText('after', examples('plugins list'));
}
