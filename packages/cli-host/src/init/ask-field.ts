import { titleOf, type SettingField } from './setting-field.js';
import { listAt } from './plain-object.js';
import { askSecret } from './ask-secret.js';
import type { JsonValue } from '@quotebridge/core';
import { confirm, input, select } from '@inquirer/prompts';
import { parse } from 'yaml';

/** Questions go to standard error: standard output is for the result. */
export const asking = { output: process.stderr } as const;

/** Asks for one setting in the form that its schema describes. Nothing: it stays as it is. */
export async function askField(
  field: SettingField,
  current: JsonValue | undefined,
  serverIsLocal: boolean,
): Promise<JsonValue | undefined> {
  const { schema } = field;
  const message = `${titleOf(field)}:`;
  if (field.secret) return askSecret(field, current, serverIsLocal);
  const suggested = current ?? schema['default'];
  const values = listAt(schema, 'enum');
  if (values.length > 0) {
    const choices = values.map((value) => ({
      name: typeof value === 'string' ? value : JSON.stringify(value),
      value,
    }));
    return select({ message, choices, ...(suggested === undefined ? {} : { default: suggested }) }, asking);
  }
  if (schema['type'] === 'boolean') return confirm({ message, default: suggested === true }, asking);
  explain(field);
  const answer = await input(
    {
      message,
      ...(suggested === undefined
        ? {}
        : { default: typeof suggested === 'string' ? suggested : JSON.stringify(suggested) }),
      validate: (text) => !field.required || text.trim() !== '' || 'This setting is needed.',
    },
    asking,
  );
  if (answer.trim() === '') return undefined;
  return schema['type'] === 'string' ? answer.trim() : (parse(answer) as JsonValue);
}

/** What a setting is for, above its question. */
export function explain({ schema }: SettingField): void {
  const description = schema['description'];
  const [example] = listAt(schema, 'examples');
  const examples =
    example === undefined
      ? ''
      : ` Example: ${typeof example === 'string' ? example : JSON.stringify(example)}`;
  if (typeof description === 'string') process.stderr.write(`  ${description}${examples}\n`);
}
