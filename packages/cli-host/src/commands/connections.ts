import { examples } from '../command-line/help-examples.js';
import { lateAction } from '../command-line/late-action.js';
import { Command } from 'commander';

export function connectionsCommand(): Command {
  return new Command('connections')
    .description('Connections of the configuration')
    .addCommand(
      new Command('list')
        .description('List the connections and whether their settings are complete')
        .addHelpText('after', examples('connections list'))
        .action(lateAction(async () => (await import('../actions/list-connections.js')).listConnections)),
    )
    .addHelpText('after', examples('connections list'));
}
