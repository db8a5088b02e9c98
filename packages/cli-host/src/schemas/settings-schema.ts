import { choosePlugin } from '../init/choose-plugin.js';
import { openSession } from '../session/open-session.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { JsonObject } from '@quotebridge/core';

/** The form of a connection's settings: the pages that all contact managers share, and those of this one. */
export async function settingsSchema(
  context: CommandContext,
  plugin: string | undefined,
): Promise<JsonObject> {
  await using session = await openSession(context);
  return session.engine.settingsSchema(choosePlugin(session.engine, plugin));
}
