import { isObject, listAt, objectAt, textOf } from './plain-object.js';
import { askRows } from './ask-rows.js';
import { askSecret } from './ask-secret.js';
import { wordsOf } from './words-of.js';
import { asking, dim, explain } from './prompting.js';
import type { Answer, DraftSettings } from './draft-settings.js';
import type { SettingField } from './setting-field.js';
import type { JsonValue } from '@quotebridge/core';
import { checkbox, confirm, input, select } from '@inquirer/prompts';
import { parse } from 'yaml';

/** Asks for one setting in the form that its schema describes, with its value or its default as the answer. */
export async function askField(field: SettingField, settings: DraftSettings): Promise<Answer> {
  const current = settings.valueOf(field);
  if (field.secret) return askSecret(field, current, settings.serverIsLocal);
  if (isObject(field.schema['items']) && isObject(field.schema['items']['properties'])) {
    return askRows(field, listOf(current), (part) => askValue(part, undefined, () => undefined));
  }
  return askValue(field, current, (value) => settings.faultOf(field, value));
}

/** @param faultOf says what is wrong with a value; undefined: nothing */
async function askValue(
  field: SettingField,
  current: JsonValue | undefined,
  faultOf: (value: JsonValue) => string | undefined,
): Promise<Answer> {
  const { schema, title } = field;
  const message = `${title}:`;
  const suggested = current ?? schema['default'];
  explain(field);
  const choices = listAt(schema, 'enum');
  if (choices.length > 0) {
    return askChoice(field, choices, current);
  }
  if (schema['type'] === 'boolean') {
    return unlessSame(await confirm({ message, default: suggested === true }, asking), suggested ?? false);
  }
  const several = listAt(objectAt(schema, 'items'), 'enum');
  if (several.length > 0) {
    const chosen = listOf(suggested);
    const boxes = several.map((value) => ({ ...choice(value), checked: chosen.includes(value) }));
    return unlessSame(await checkbox({ message, choices: boxes }, asking), suggested);
  }
  return askText(field, current, faultOf);
}

/** What needs no value can be left without one. */
async function askChoice(
  { schema, title, required }: SettingField,
  values: readonly JsonValue[],
  current: JsonValue | undefined,
): Promise<Answer> {
  const suggested = current ?? schema['default'];
  const without = required || schema['default'] !== undefined ? [] : [{ name: '(not set)', value: null }];
  const answer = await select<JsonValue>(
    {
      message: `${title}:`,
      choices: [...without, ...values.map(choice)],
      ...(suggested === undefined ? {} : { default: suggested }),
    },
    asking,
  );
  if (answer !== null) return unlessSame(answer, suggested);
  return current === undefined ? 'stay' : 'remove';
}

async function askText(
  field: SettingField,
  current: JsonValue | undefined,
  faultOf: (value: JsonValue) => string | undefined,
): Promise<Answer> {
  const { schema, required, title } = field;
  const suggested = current ?? schema['default'];
  const removable = !required && current !== undefined;
  const list = schema['type'] === 'array' ? ', separated by commas' : '';
  const preset = presetOf(suggested);
  const answer = await input(
    {
      message: `${title}${list}${removable ? ' (“-” takes it away)' : ''}:`,
      ...(preset === '' ? {} : { default: preset }),
      validate: (text) => {
        if (text.trim() === '') return !required || 'This setting is needed.';
        if (removable && text.trim() === '-') return true;
        return faultOf(valueOf(text, schema['type'])) ?? true;
      },
    },
    asking,
  );
  if (answer.trim() === '') return 'stay';
  if (removable && answer.trim() === '-') return 'remove';
  return unlessSame(valueOf(answer, schema['type']), suggested);
}

/** The answer that everybody has already needs no place in the configuration. */
function unlessSame(value: JsonValue, suggested: JsonValue | undefined): Answer {
  return JSON.stringify(value) === JSON.stringify(suggested) ? 'stay' : { value };
}

function valueOf(text: string, type: JsonValue | undefined): JsonValue {
  if (type === 'string') return text.trim();
  if (type === 'array') return text.split(',').map((part) => part.trim()).filter((part) => part !== ''); // prettier-ignore
  try {
    return parse(text) as JsonValue;
  } catch {
    return text;
  }
}

function presetOf(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  return textOf(value);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** A code in words that people read, with the code itself where it is another. */
function choice(value: JsonValue): {
  readonly name: string;
  readonly short: string;
  readonly value: JsonValue;
} {
  const code = textOf(value);
  const words = wordsOf(code);
  return { name: words === code ? code : `${words} ${dim(`(${code})`)}`, short: words, value };
}
