import { chooseConnection } from '../configuration/choose-connection.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { ConfiguredSession } from './open-session.js';
import type { JsonObject } from '@quotebridge/core';

/** Settings of the connection that the command line asks for, as the configuration has them. */
export function connectionSettings(session: ConfiguredSession, { globals }: CommandContext): JsonObject {
  return chooseConnection(session.configuration, globals.connection).configuration.settings;
}
