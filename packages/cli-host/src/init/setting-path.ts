import { isObject, objectAt } from './plain-object.js';
import { settingFields } from './setting-field.js';
import { nearestTo } from '@quotebridge/command-line/terminal';
import type { InputFault, JsonObject, JsonValue } from '@quotebridge/core';

/** `userMappings.users.d\.whitfield` → its steps: a dot that belongs to a name is written `\.`. */
export function splitPath(text: string): readonly string[] {
  return text.split(/(?<!\\)\./).map((name) => name.replaceAll('\\.', '.'));
}

export function joinPath(path: readonly string[]): string {
  return path.map((name) => name.replaceAll('.', '\\.')).join('.');
}

/** What the schema says about a place; undefined: there is no such setting. Rows of a list are numbered from 0. */
export function schemaAt(schema: JsonObject, path: readonly string[]): JsonObject | undefined {
  let place: JsonObject | undefined = schema;
  for (const name of path) {
    const properties = objectAt(place, 'properties');
    const own: JsonValue | undefined = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const row: JsonValue | undefined = /^\d+$/.test(name) ? place['items'] : undefined;
    const child: JsonValue | undefined = own ?? place['additionalProperties'] ?? row;
    if (!isObject(child)) return undefined;
    place = child;
  }
  return place;
}

/** The step of a path at which a secret stands; what is behind it names the reference. -1: none. */
export function secretStep(schema: JsonObject, path: readonly string[]): number {
  return path.findIndex((_, index) => schemaAt(schema, path.slice(0, index + 1))?.['writeOnly'] === true);
}

export function isSetting(schema: JsonObject, path: readonly string[]): boolean {
  return secretStep(schema, path) >= 0 || schemaAt(schema, path) !== undefined;
}

/** What is said about a path that leads to no setting: those that come nearest. */
export function unknownSetting(schema: JsonObject, path: readonly string[]): InputFault {
  const known = settingFields(schema).map((field) => joinPath(field.path));
  const name = joinPath(path);
  const near = nearestTo(name, known).join(', ');
  return { at: name, expected: near === '' ? 'a setting' : `a setting such as ${near}` };
}
