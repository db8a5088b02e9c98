import { askField } from './ask-field.js';
import { askLookup } from './ask-lookup.js';
import { askTable } from './ask-table.js';
import { asking, explain } from './prompting.js';
import { settingText } from './setting-text.js';
import type { DraftSettings } from './draft-settings.js';
import type { LiveLists } from './live-lists.js';
import type { SettingField } from './setting-field.js';
import type { SettingsPage } from './settings-page.js';
import type { Terminal } from '@quotebridge/command-line/terminal';
import { confirm } from '@inquirer/prompts';

export interface Walk {
  readonly settings: DraftSettings;
  readonly lists: LiveLists;
  readonly terminal: Terminal;
}

/** Title of a page, and what its settings are now: those that are set, and fainter those that have their default. */
export function showPage(page: SettingsPage, { settings, terminal }: Walk): void {
  const { bold, dim } = terminal.noteColours;
  const rows = page.fields.flatMap((field) => {
    const [value, effective] = [settings.valueOf(field), settings.effective(field)];
    if (effective === undefined || effective === '' || !settings.applies(field, page)) return [];
    const row = `  ${field.title}: ${settingText(field, effective)}`;
    return [value === undefined ? dim(row) : row];
  });
  const description = page.description === undefined ? '' : `  ${dim(page.description)}`;
  terminal.note(['', `${bold(page.title)}${description}`, ...rows].join('\n'));
}

/** Asks what nothing else answers, then whether the rest of the page is to be changed as well. */
export async function walkPage(page: SettingsPage, walk: Walk): Promise<void> {
  const { settings } = walk;
  showPage(page, walk);
  const asked = new Set<SettingField>();
  for (const field of page.fields) {
    if (isNeeded(field, page, settings) && (await canBeAsked(field, walk))) {
      asked.add(field);
      await ask(field, walk);
    }
  }
  const others = page.fields.filter((field) => !asked.has(field));
  if (others.length === 0) return;
  const message = `Change ${asked.size === 0 ? '' : 'other '}settings of this page?`;
  if (await confirm({ message, default: false }, asking)) await askEach(others, page, walk);
}

/** Asks for these settings, with what they are as the answer. One that other answers leave without a meaning is passed over. */
export async function askEach(
  fields: readonly SettingField[],
  page: SettingsPage,
  walk: Walk,
): Promise<void> {
  for (const field of fields) if (walk.settings.applies(field, page)) await ask(field, walk);
}

/** What must be there, and what only the PSA's lists can answer. Everything else has a default. */
function isNeeded(field: SettingField, page: SettingsPage, settings: DraftSettings): boolean {
  if (settings.valueOf(field) !== undefined || !settings.applies(field, page)) return false;
  return field.required || (field.lookup !== undefined && !field.optional);
}

/** A list that cannot be read is no reason to ask: the setting may stay as it is. */
async function canBeAsked({ required, lookup }: SettingField, { lists }: Walk): Promise<boolean> {
  return required || lookup === undefined || (await lists.entries(lookup)) !== undefined;
}

async function ask(field: SettingField, { settings, lists }: Walk): Promise<void> {
  const entries = field.lookup === undefined ? undefined : await lists.entries(field.lookup);
  if (field.map) {
    await askTable(field, settings, entries);
  } else if (entries === undefined) {
    settings.take(field, await askField(field, settings));
  } else {
    const current = settings.valueOf(field);
    explain(field);
    const known = typeof current === 'string' ? current : undefined;
    settings.take(field, await askLookup(`${field.title}:`, field, entries, known));
  }
}
