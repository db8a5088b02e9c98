import type { ConfigurationDraft } from './configuration-draft.js';
import { unusableSettings } from './unusable-settings.js';
import { withRules } from '../rules/with-rules.js';
import { configurationFaults } from '../configuration/configuration-faults.js';
import type { Engine, InputFault } from '@quotebridge/core';
import { dirname } from 'node:path';

/**
 * Writes a draft when it is a valid configuration. Answers whether anything in the file is other than before.
 *
 * @throws `settings.invalid` with everything that is wrong; nothing is written then
 */
export async function saveDraft(draft: ConfigurationDraft, engine: Engine, name: string): Promise<boolean> {
  const plugin = draft.connection(name)?.plugin ?? '';
  draft.describePages(name, engine.settingsSchema(plugin));
  const faults = await draftFaults(engine, draft, name);
  if (faults.length > 0) throw unusableSettings(draft, name, plugin, faults);
  return draft.write();
}

/** Faults of the form first: the settings of a connection can only be judged when there are some. */
export async function draftFaults(
  engine: Engine,
  draft: ConfigurationDraft,
  name: string,
): Promise<readonly InputFault[]> {
  const faults = await configurationFaults(draft.content());
  const stored = draft.connection(name);
  if (faults.length > 0 || stored === undefined) return faults;
  return engine.checkSettings(await withRules(stored, dirname(draft.path)));
}
