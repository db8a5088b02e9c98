import type { LoadedConfiguration, StoredConnection } from './configuration.js';
import { QuotebridgeError } from '@quotebridge/core';

export interface NamedConnection {
  readonly name: string;
  readonly configuration: StoredConnection;
}

/** The connection that was named; else `main`; else the only one there is. */
export function chooseConnection(loaded: LoadedConfiguration, named: string | undefined): NamedConnection {
  const connections = loaded.content.connections;
  const names = Object.keys(connections);
  const name = named ?? (names.includes('main') || names.length !== 1 ? 'main' : names[0]) ?? 'main';
  const configuration = Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (configuration !== undefined) return { name, configuration };
  if (names.length === 0) {
    throw new QuotebridgeError(
      'settings.invalid',
      `The configuration “${loaded.path}” holds no connection.`,
      {
        next: 'Add one with `quotebridge init`.',
      },
    );
  }
  throw new QuotebridgeError(
    'usage',
    named === undefined
      ? `The configuration holds several connections: ${names.join(', ')}.`
      : `There is no connection “${name}”: expected one of ${names.join(', ')}.`,
    { next: `Name one with --connection, such as --connection ${names[0] ?? 'main'}.` },
  );
}
