import { chooseConnection } from '../configuration/choose-connection.js';
import { withLocation } from '../configuration/locate-faults.js';
import { refuseAs } from '../errors/refuse-as.js';
import { ruleText } from '../rules/rule-text.js';
import { withRules } from '../rules/with-rules.js';
import { openConfiguredSession } from '../session/open-session.js';
import { existingFolder, refuseOtherFile, writeFileWhole } from '@quotebridge/command-line/files';
import { pointerSegments } from '@quotebridge/command-line/located';
import type { ConnectionConfiguration, Engine, RuleSet } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

/** The settings' tables, and what stands in a rule file already, as one rule set. */
export const exportRules: Action<Options> = async (context, { output, force = false }) => {
  const { terminal, globals } = context;
  if (output !== undefined) await existingFolder(output, refuseAs('usage'));
  await using session = await openConfiguredSession(context);
  const { configuration: loaded, engine } = session;
  const { name, configuration } = chooseConnection(loaded, globals.connection);
  const connection = await withRules(configuration, loaded.folder);
  let rules;
  try {
    rules = engine.ruleSet(connection);
  } catch (error) {
    throw withLocation(error, loaded, name, connection.rules);
  }
  const text = ruleText(rules, name, output?.toLowerCase().endsWith('.json') === true);
  if (output !== undefined) {
    if (!force) await refuseOtherFile(output, Buffer.from(text), refuseAs('usage'));
    await writeFileWhole(output, text, refuseAs('usage'));
  }
  const replaced = replacedSettings(engine, connection, rules);
  terminal.result(output === undefined ? rules : { output, rules }, () =>
    output === undefined ? text.trimEnd() : `${terminal.colours.green('✓')} Written: ${output}`,
  );
  if (output !== undefined && replaced.length > 0)
    terminal.note(`Once it is in use, take away of the settings: ${replaced.join(', ')}`);
  return 0;
};

/** What the settings would say twice with that file, such as `userMappings.users`. */
function replacedSettings(
  engine: Engine,
  connection: ConnectionConfiguration,
  document: RuleSet,
): readonly string[] {
  return engine
    .checkSettings({ ...connection, rules: { document } })
    .map(({ at }) => pointerSegments(at).slice(1).join('.'));
}
