import { isObject, listAt, objectAt, textOf } from './plain-object.js';
import { asking, explain } from './prompting.js';
import { partOf, type SettingField } from './setting-field.js';
import type { Answer } from './draft-settings.js';
import { visibleText } from '@quotebridge/command-line/terminal';
import type { JsonObject, JsonValue } from '@quotebridge/core';
import { select } from '@inquirer/prompts';

/** A list of objects: rows are added with one question for each column, and taken away. */
export async function askRows(
  field: SettingField,
  current: readonly JsonValue[],
  ask: (part: SettingField) => Promise<Answer>,
): Promise<Answer> {
  const rows = [...current];
  explain(field);
  for (;;) {
    const choices = [
      { name: rows.length === 0 ? '(no rows)' : '(done)', value: -2 },
      { name: '(add a row)', value: -1 },
      ...rows.map((row, index) => ({ name: `take away: ${rowText(row)}`, value: index })),
    ];
    const chosen = await select({ message: `${field.title}:`, choices }, asking);
    if (chosen === -2) break;
    if (chosen >= 0) rows.splice(chosen, 1);
    else rows.push(await newRow(field, ask));
  }
  return JSON.stringify(rows) === JSON.stringify(current) ? 'stay' : { value: rows };
}

async function newRow(
  field: SettingField,
  ask: (part: SettingField) => Promise<Answer>,
): Promise<JsonObject> {
  const items = objectAt(field.schema, 'items');
  const required = listAt(items, 'required');
  const row: Record<string, JsonValue> = {};
  for (const [name, schema] of Object.entries(objectAt(items, 'properties'))) {
    if (!isObject(schema)) continue;
    const answer = await ask(partOf(field, name, schema, required.includes(name)));
    if (typeof answer === 'object') row[name] = answer.value;
  }
  return row;
}

function rowText(row: JsonValue): string {
  return visibleText(isObject(row) ? Object.values(row).map(textOf).join(' · ') : JSON.stringify(row));
}
