import { locateFaults } from '../configuration/locate-faults.js';
import { faultView } from '../errors/error-view.js';
import { table } from '../presentation/table.js';
import { openConfiguredSession } from '../session/open-session.js';
import { isQuotebridgeError, type InputFault } from '@quotebridge/core';
import type { ConnectionConfiguration, Engine } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const listConnections: Action<object> = async (context) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const { configuration, engine } = session;
  const connections = Object.entries(configuration.content.connections).map(([name, connection]) => ({
    name,
    plugin: connection.plugin,
    ...locateFaults(faultsOf(engine, connection), configuration, name),
  }));
  const shown = connections.map(({ name, plugin, faults }) => ({ name, plugin, faults }));
  terminal.result({ configuration: configuration.path, connections: shown }, ({ connections: listed }) => {
    const rows = listed.map(({ name, plugin, faults }) => [
      name,
      plugin,
      faults.length === 0 ? 'complete' : 'has faults',
    ]);
    const columns = [
      { title: 'connection', shrinksTo: 10 },
      { title: 'plugin', shrinksTo: 10 },
      { title: 'settings' },
    ];
    return table(columns, rows, { width: terminal.width, colours: terminal.colours });
  });
  for (const { name, faults, lines } of connections) {
    for (const fault of faults) {
      terminal.note(
        `${name}: ${faultView(fault, { file: configuration.path, lines }, terminal.noteColours)}`,
      );
    }
  }
  return 0;
};

function faultsOf(engine: Engine, connection: ConnectionConfiguration): readonly InputFault[] {
  try {
    return engine.checkSettings(connection);
  } catch (error) {
    if (!isQuotebridgeError(error, 'settings.invalid')) throw error;
    return (
      error.details.faults ?? [{ at: '/plugin', value: connection.plugin, expected: 'an installed plugin' }]
    );
  }
}
