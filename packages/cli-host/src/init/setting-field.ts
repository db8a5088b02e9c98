import { isObject, objectAt } from './plain-object.js';
import type { JsonObject } from '@quotebridge/core';

/** One setting as its schema describes it. Every host draws these; none knows what they mean. */
export interface SettingField {
  /** Page first: `['account', 'serverUrl']`. */
  readonly path: readonly string[];
  readonly schema: JsonObject;
  /** It must be there for the settings to be complete. */
  readonly required: boolean;
  readonly secret: boolean;
  /** Name of the live list that its values come from. */
  readonly lookup: string | undefined;
  /** Named entries that a person makes up, such as user name → agent. */
  readonly map: boolean;
}

/** The settings of a schema, in its order. */
export function settingFields(schema: JsonObject): readonly SettingField[] {
  return fieldsBelow(schema, [], true);
}

function fieldsBelow(schema: JsonObject, path: readonly string[], required: boolean): SettingField[] {
  const names = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(objectAt(schema, 'properties')).flatMap(([name, child]) => {
    if (!isObject(child)) return [];
    const here = [...path, name];
    const needed = required && names.includes(name);
    if (isObject(child['properties'])) return fieldsBelow(child, here, needed);
    const lookup = child['lookup'];
    return [
      {
        path: here,
        schema: child,
        required: needed,
        secret: child['writeOnly'] === true,
        lookup: typeof lookup === 'string' ? lookup : undefined,
        map: isObject(child['additionalProperties']),
      },
    ];
  });
}

/** Title, or the name where there is none. */
export function titleOf({ schema, path }: SettingField): string {
  return typeof schema['title'] === 'string' ? schema['title'] : path.join('.');
}
