import { configurationPath } from '../configuration/configuration-path.js';
import { configurationFaults } from '../configuration/configuration-faults.js';
import { findConfiguration } from '../configuration/load-configuration.js';
import { choosePlugin } from '../init/choose-plugin.js';
import { ConfigurationDraft } from '../init/configuration-draft.js';
import { parseAssignment } from '../init/parse-assignment.js';
import { unusableSettings } from '../init/unusable-settings.js';
import { sessionWith } from '../session/open-session.js';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Engine, InputFault } from '@quotebridge/core';
import type { Action } from '../command-line/late-action.js';

interface Options {
  readonly plugin?: string;
  readonly name?: string;
  readonly set: readonly string[];
}

export const initConfiguration: Action<Options> = async (context, options) => {
  const { terminal, globals } = context;
  const path = configurationPath(globals.config) ?? resolve('quotebridge.yaml');
  const existing = existsSync(path) ? await findConfiguration(path) : undefined;
  const draft = await ConfigurationDraft.open(path);
  const name = options.name ?? globals.connection ?? only(draft.connectionNames()) ?? 'main';
  await using session = await sessionWith(context, existing);
  const { engine } = session;
  const plugin = choosePlugin(engine, options.plugin ?? draft.connection(name)?.plugin);
  const schema = engine.settingsSchema(plugin);

  draft.setPlugin(name, plugin);
  for (const assignment of options.set.map((text) => parseAssignment(text, schema))) {
    draft.set(name, assignment.path, assignment.value);
  }
  if (terminal.interactive && !terminal.json) {
    const { walkSettings } = await import('../init/walk-settings.js');
    await walkSettings(draft, name, schema, options.set.length === 0 ? 'all' : 'missing');
    if (options.set.length === 0) {
      const { offerLookups } = await import('../init/offer-lookups.js');
      await offerLookups(engine, draft, name, schema, terminal);
    }
  }
  draft.describePages(name, schema);
  const faults = await draftFaults(engine, draft, name);
  if (faults.length > 0) throw unusableSettings(draft, name, plugin, faults);
  await draft.write();
  terminal.result({ configuration: path, connection: name, plugin, created: draft.isNew }, () => {
    const what = draft.isNew ? 'Written' : 'Changed';
    return `${terminal.colours.green('✓')} ${what}: connection “${name}” (${plugin}) in ${relative('', path)}`;
  });
  const flag = globals.config === undefined ? '' : ` --config ${relative('', path)}`;
  terminal.note(`Next: quotebridge check${flag}`);
  return 0;
};

/** Faults of the form first: the settings of a connection can only be judged when there are some. */
async function draftFaults(
  engine: Engine,
  draft: ConfigurationDraft,
  name: string,
): Promise<readonly InputFault[]> {
  const faults = await configurationFaults(draft.content());
  const configuration = draft.connection(name);
  return faults.length > 0 || configuration === undefined ? faults : engine.checkSettings(configuration);
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
