import { locateFaults, type FaultPlaces } from '../configuration/locate-faults.js';
import type { LoadedConfiguration, StoredConnection } from '../configuration/configuration.js';
import { faultView } from '../errors/error-view.js';
import { withRules } from '../rules/with-rules.js';
import { openConfiguredSession } from '../session/open-session.js';
import { jsonPointer } from '@quotebridge/command-line/located';
import { table } from '@quotebridge/command-line/table';
import { isQuotebridgeError, type InputFault } from '@quotebridge/core';
import type { ConnectionConfiguration, Engine } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

export const listConnections: Action<object> = async (context) => {
  const { terminal } = context;
  await using session = await openConfiguredSession(context);
  const { configuration, engine } = session;
  const connections = await Promise.all(
    Object.entries(configuration.content.connections).map(async ([name, connection]) => ({
      name,
      plugin: connection.plugin,
      ...(await placedFaults(engine, configuration, name, connection)),
    })),
  );
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
  for (const { name, faults, lines, files } of connections) {
    for (const fault of faults) {
      terminal.note(
        `${name}: ${faultView(fault, { file: configuration.path, lines, files }, terminal.noteColours)}`,
      );
    }
  }
  return 0;
};

/** A rule file that cannot be read is a fault of its connection alone. */
async function placedFaults(
  engine: Engine,
  loaded: LoadedConfiguration,
  name: string,
  stored: StoredConnection,
): Promise<FaultPlaces> {
  try {
    const connection = await withRules(stored, loaded.folder);
    return locateFaults(faultsOf(engine, connection), loaded, name, connection.rules);
  } catch (error) {
    if (!isQuotebridgeError(error, 'settings.invalid')) throw error;
    const at = jsonPointer(['connections', name, 'rules']);
    const faults = [{ at, value: stored.rules ?? '', expected: `a rule file (${error.message})` }];
    return locateFaults(faults, loaded, name);
  }
}

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
