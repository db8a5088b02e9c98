import { configurationPath } from '../configuration/configuration-path.js';
import { parseConfiguration } from '../configuration/parse-configuration.js';
import { findConfiguration } from '../configuration/load-configuration.js';
import { withLocation } from '../configuration/locate-faults.js';
import { choosePlugin } from '../init/choose-plugin.js';
import { ConfigurationDraft } from '../init/configuration-draft.js';
import { parseAssignment } from '../init/parse-assignment.js';
import { sessionWith } from '../session/open-session.js';
import { QuotebridgeError } from '@quotebridge/core';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
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
  const loaded = await parseConfiguration(draft.toString(), path);
  const configuration = loaded.content.connections[name];
  const faults = configuration === undefined ? [] : engine.checkSettings(configuration);
  if (faults.length > 0) {
    const error = new QuotebridgeError(
      'settings.invalid',
      `The settings of “${name}” are not complete; nothing was written.`,
      {
        faults,
        next: 'Give what is missing with --set, such as --set account.serverUrl=https://example.halopsa.com',
      },
    );
    throw withLocation(error, loaded, name);
  }
  await draft.write();
  terminal.result({ configuration: path, connection: name, plugin, created: draft.isNew }, () => {
    const what = draft.isNew ? 'Written' : 'Changed';
    return `${terminal.colours.green('✓')} ${what}: connection “${name}” (${plugin}) in ${relative('', path)}`;
  });
  const flag = globals.config === undefined ? '' : ` --config ${relative('', path)}`;
  terminal.note(`Next: quotebridge check${flag}`);
  return 0;
};

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
