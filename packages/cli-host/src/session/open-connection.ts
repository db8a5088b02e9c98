import { chooseConnection } from '../configuration/choose-connection.js';
import { withLocation } from '../configuration/locate-faults.js';
import { withRules } from '../rules/with-rules.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { ConfiguredSession } from './open-session.js';
import type { Connection, OpenOptions } from '@quotebridge/core';

/** Opens the connection that the command line asks for. Faults of its settings name file and line. */
export async function openConnection(
  session: ConfiguredSession,
  context: CommandContext,
  options: OpenOptions = {},
): Promise<Connection> {
  const { name, configuration } = chooseConnection(session.configuration, context.globals.connection);
  const connection = await withRules(configuration, session.configuration.folder);
  try {
    return await session.engine.open(name, connection, options);
  } catch (error) {
    throw withLocation(error, session.configuration, name, connection.rules);
  }
}
