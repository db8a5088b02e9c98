import { asking } from './ask-field.js';
import { askLookup } from './ask-lookup.js';
import { settingFields } from './setting-field.js';
import { valueOf } from './walk-settings.js';
import type { ConfigurationDraft } from './configuration-draft.js';
import { visibleText } from '../presentation/visible-text.js';
import { describeError } from '../errors/describe-error.js';
import { errorView } from '../errors/error-view.js';
import type { Terminal } from '../presentation/terminal.js';
import type { Engine, JsonObject } from '@quotebridge/core';
import { confirm } from '@inquirer/prompts';

/** Signs in with the settings so far, and offers live lists for those that have one. Without a connection: a note. */
export async function offerLookups(
  engine: Engine,
  draft: ConfigurationDraft,
  name: string,
  schema: JsonObject,
  terminal: Terminal,
): Promise<void> {
  const configuration = draft.connection(name);
  if (configuration === undefined) return;
  try {
    await using connection = await engine.open(name, configuration);
    const report = await connection.contactManager.check();
    terminal.note(
      `${terminal.noteColours.green('✓')} Signed in to ${visibleText(`${report.server} as ${report.account.name}`)}`,
    );
    if (
      !(await confirm({ message: 'Choose defaults from the lists of the PSA now?', default: true }, asking))
    )
      return;
    const { names } = connection.contactManager.lookups;
    for (const field of settingFields(schema)) {
      if (field.lookup === undefined || !names.includes(field.lookup)) continue;
      const entries = await connection.lookup(field.lookup);
      for (const { path, value } of await askLookup(field, entries, valueOf(draft, name, field))) {
        draft.set(name, path, value);
      }
    }
  } catch (error) {
    const described = describeError(error);
    // A person who stops at a question stops the command; a server that cannot be reached does not.
    if (described.code === 'cancelled') throw error;
    terminal.note(errorView(described, terminal.noteColours));
    terminal.note('The settings are kept. Try them later with: quotebridge check');
  }
}
