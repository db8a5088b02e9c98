import { configurationPath } from '../configuration/configuration-path.js';
import { findConfiguration } from '../configuration/load-configuration.js';
import { choosePlugin } from '../init/choose-plugin.js';
import { ConfigurationDraft } from '../init/configuration-draft.js';
import { takeGivenSettings, type SettingOptions } from '../init/given-settings.js';
import { saveDraft } from '../init/save-draft.js';
import { choosePage, type SettingsPage } from '../init/settings-page.js';
import { unusableSettings } from '../init/unusable-settings.js';
import { sessionWith } from '../session/open-session.js';
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { QuotebridgeError, type Engine, type JsonObject } from '@quotebridge/core';
import type { CommandContext } from '../command-line/command-context.js';
import type { Action } from '../command-line/late-action.js';

interface Options extends SettingOptions {
  readonly plugin?: string;
  readonly name?: string;
  readonly page?: string;
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
  const page = options.page === undefined ? undefined : choosePage(schema, options.page);
  const asks = terminal.interactive;
  if (page !== undefined && !asks) throw nobodyToAsk(page);

  draft.setPlugin(name, plugin);
  const given = await takeGivenSettings({ draft, engine, name, plugin, schema }, options);
  if (asks) {
    if (given.wrong.length > 0) throw unusableSettings(draft, name, plugin, given.wrong);
    await ask(context, draft, engine, name, schema, page ?? (given.count > 0 ? 'missing' : 'all'));
  }
  const changed = await saveDraft(draft, engine, name);
  const result = { configuration: path, connection: name, plugin, created: draft.isNew, changed };
  terminal.result(result, () => {
    const what = draft.isNew ? 'Written' : changed ? 'Changed' : 'Nothing changed';
    return `${terminal.colours.green('✓')} ${what}: connection “${name}” (${plugin}) in ${relative('', path)}`;
  });
  const flag = globals.config === undefined ? '' : ` --config ${relative('', path)}`;
  terminal.note(`Next: quotebridge doctor${flag}`);
  return 0;
};

async function ask(
  { terminal }: CommandContext,
  draft: ConfigurationDraft,
  engine: Engine,
  name: string,
  schema: JsonObject,
  what: SettingsPage | 'all' | 'missing',
): Promise<void> {
  const [{ DraftSettings }, { LiveLists }, walking] = await Promise.all([
    import('../init/draft-settings.js'),
    import('../init/live-lists.js'),
    import('../init/walk-settings.js'),
  ]);
  const settings = new DraftSettings(draft, engine, name, schema);
  await using lists = new LiveLists(engine, settings);
  const walk = { settings, lists, terminal };
  try {
    if (what === 'all') await walking.walkSettings(walk);
    else if (what === 'missing') await walking.askMissing(walk);
    else await walking.walkOnePage(what, walk);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    throw new QuotebridgeError('cancelled', 'Stopped; nothing was written.');
  }
}

function nobodyToAsk({ name }: SettingsPage): QuotebridgeError {
  return new QuotebridgeError(
    'usage',
    `Nobody can be asked about the page “${name}” without a terminal, or with --json or --quiet.`,
    {
      next: 'Give the settings with --set or --from.',
    },
  );
}

function only(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}
