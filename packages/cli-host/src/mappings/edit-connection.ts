import { ConfigurationChanged } from '../init/configuration-changed.js';
import { ConfigurationDraft } from '../init/configuration-draft.js';
import { saveDraft } from '../init/save-draft.js';
import { chooseConnection } from '../configuration/choose-connection.js';
import type { CommandContext } from '../command-line/command-context.js';
import type { ConfiguredSession } from '../session/open-session.js';
import type { StoredConnection } from '../configuration/configuration.js';
import { refuseRuled, type RulePath } from '../rules/refuse-ruled.js';
import type { JsonObject } from '@quotebridge/core';

/** The connection that the command line names, as the configuration has it. */
export interface ConfiguredConnection extends StoredConnection {
  readonly name: string;
  /** Of its settings. */
  readonly schema: JsonObject;
}

export function configuredConnection(
  { configuration, engine }: ConfiguredSession,
  { globals }: CommandContext,
): ConfiguredConnection {
  const { name, configuration: chosen } = chooseConnection(configuration, globals.connection);
  return { name, ...chosen, schema: engine.settingsSchema(chosen.plugin) };
}

/**
 * The connection whose table is to be looked at or changed in the settings.
 *
 * @throws `usage` when its rule file has the table
 */
export async function tableConnection(
  session: ConfiguredSession,
  context: CommandContext,
  rule: RulePath,
): Promise<ConfiguredConnection> {
  const connection = configuredConnection(session, context);
  await refuseRuled(connection, session.configuration.folder, rule);
  return connection;
}

/** Several commands that are started at once take turns: each goes again when another one was faster. */
const attempts = 50;

/**
 * Changes the settings of a connection in the configuration file, as they are now. Comments stay; what would not be
 * valid is not written.
 */
export async function editConnection(
  { configuration, engine }: ConfiguredSession,
  { name }: ConfiguredConnection,
  edit: (draft: ConfigurationDraft, settings: JsonObject) => void,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const draft = await ConfigurationDraft.open(configuration.path);
      edit(draft, draft.connection(name)?.settings ?? {});
      await saveDraft(draft, engine, name);
      return;
    } catch (error) {
      if (!(error instanceof ConfigurationChanged) || attempt === attempts) throw error;
    }
  }
}
