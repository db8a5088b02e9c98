import { isObject, objectAt } from './plain-object.js';
import { nearestTo } from './nearest-to.js';
import { settingFields } from './setting-field.js';
import { QuotebridgeError, type InputFault, type JsonObject, type JsonValue } from '@quotebridge/core';

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

/** All names that are no setting, each with those that come nearest. */
export function unknownSettings(
  schema: JsonObject,
  paths: readonly (readonly string[])[],
  plugin: string,
): QuotebridgeError {
  const known = settingFields(schema).map(({ path }) => joinPath(path));
  const faults = paths.map((path): InputFault => {
    const name = joinPath(path);
    return { at: name, expected: `a setting such as ${nearestTo(name, known).join(', ')}` };
  });
  const names = faults.map(({ at }) => `“${at}”`).join(', ');
  return new QuotebridgeError('usage', `There is no setting ${names}; nothing was written.`, {
    faults,
    next: `Correct it; \`quotebridge schema settings --plugin ${plugin}\` prints every setting.`,
  });
}
