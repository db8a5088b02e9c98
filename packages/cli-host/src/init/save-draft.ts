import type { ConfigurationDraft } from './configuration-draft.js';
import { unusableSettings } from './unusable-settings.js';
import { withRules } from '../rules/with-rules.js';
import { configurationFaults } from '../configuration/configuration-faults.js';
import { locateFaults } from '../configuration/locate-faults.js';
import { QuotebridgeError, type Engine, type InputFault } from '@quotebridge/core';
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
  const ofRules = faults.filter(({ at }) => /^\/rules(\/|$)/.test(at));
  if (ofRules.length > 0) throw await unusableRules(draft, name, ofRules);
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

/** No setting that is given can mend them. */
async function unusableRules(
  draft: ConfigurationDraft,
  name: string,
  found: readonly InputFault[],
): Promise<QuotebridgeError> {
  const stored = draft.connection(name);
  const rules = stored && (await withRules(stored, dirname(draft.path))).rules;
  const { faults, lines, files } = locateFaults(found, { lineOf: () => undefined }, name, rules);
  return new QuotebridgeError(
    'settings.invalid',
    `The rule file of “${name}” is not valid; nothing was written.`,
    {
      faults,
      data: { file: draft.path, lines, files },
      next: 'Correct it; `mapping-rules check` says everything there is to say about it.',
    },
  );
}
