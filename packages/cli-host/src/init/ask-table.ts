import { askLookup } from './ask-lookup.js';
import { asking, explain } from './prompting.js';
import { isObject, textOf } from './plain-object.js';
import type { Answer, DraftSettings } from './draft-settings.js';
import type { SettingField } from './setting-field.js';
import { visibleText } from '@quotebridge/command-line/terminal';
import type { JsonObject, LookupEntry } from '@quotebridge/core';
import { input, select } from '@inquirer/prompts';

/** A table of named values: rows are added, changed and taken away until a person is done. Each goes into the draft at once. */
export async function askTable(
  field: SettingField,
  settings: DraftSettings,
  entries: readonly LookupEntry[] | undefined,
): Promise<void> {
  explain(field);
  for (;;) {
    const table = settings.valueOf(field);
    const rows = Object.entries(isObject(table) ? table : {});
    const choices = [
      { name: rows.length === 0 ? '(no rows)' : '(done)', value: '(done)' },
      { name: '(add a row)', value: '(add)' },
      ...rows.map(([key, value]) => ({
        name: visibleText(`${key} → ${textOf(value)}`),
        value: `row ${key}`,
      })),
    ];
    const chosen = await select({ message: `${field.title}:`, choices }, asking);
    if (chosen === '(done)') return;
    const key =
      chosen === '(add)'
        ? (await input({ message: 'In the quoting tool:' }, asking)).trim()
        : chosen.slice('row '.length);
    if (key === '') continue;
    const current = isObject(table) && typeof table[key] === 'string' ? table[key] : undefined;
    const row = { ...field, path: [...field.path, key], schema: rowSchema(field), required: false };
    settings.take(row, await askRow(row, entries, current));
  }
}

async function askRow(
  row: SettingField,
  entries: readonly LookupEntry[] | undefined,
  current: string | undefined,
): Promise<Answer> {
  if (entries !== undefined) return askLookup('In the PSA:', row, entries, current);
  const message = current === undefined ? 'Value:' : 'Value (“-” takes the row away):';
  const value = await input({ message, ...(current === undefined ? {} : { default: current }) }, asking);
  if (value.trim() === '-' && current !== undefined) return 'remove';
  return value.trim() === '' ? 'stay' : { value: value.trim() };
}

function rowSchema({ schema }: SettingField): JsonObject {
  return isObject(schema['additionalProperties']) ? schema['additionalProperties'] : {};
}
