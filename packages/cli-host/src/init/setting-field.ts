import { isObject, objectAt } from './plain-object.js';
import type { JsonObject } from '@quotebridge/core';

/** One setting as its schema describes it. Every host draws these; none knows what they mean. */
export interface SettingField {
  /** Page first: `['account', 'serverUrl']`. */
  readonly path: readonly string[];
  readonly schema: JsonObject;
  /** For people, with the title of the group that it belongs to. */
  readonly title: string;
  /** It must be there for the settings to be complete. */
  readonly required: boolean;
  /** Left empty is a good answer: nobody is asked unless they want to be. */
  readonly optional: boolean;
  readonly secret: boolean;
  /** Name of the live list that its values come from. */
  readonly lookup: string | undefined;
  /** Named entries that a person makes up, such as user name → agent. */
  readonly map: boolean;
}

/** The settings of a schema, in its order. */
export function settingFields(schema: JsonObject): readonly SettingField[] {
  return fieldsBelow(schema, { path: [], titles: [], required: true });
}

interface Place {
  readonly path: readonly string[];
  /** Of the groups around it, the page left out. */
  readonly titles: readonly string[];
  readonly required: boolean;
}

function fieldsBelow(schema: JsonObject, place: Place): SettingField[] {
  const names = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(objectAt(schema, 'properties')).flatMap(([name, child]) => {
    if (!isObject(child)) return [];
    const path = [...place.path, name];
    const required = place.required && names.includes(name);
    const title = typeof child['title'] === 'string' ? child['title'] : name;
    const titles = path.length === 1 ? [] : [...place.titles, title];
    if (isObject(child['properties'])) return fieldsBelow(child, { path, titles, required });
    const lookup = child['lookup'];
    return [
      {
        path,
        schema: child,
        title: titles.length === 0 ? title : titles.join(': '),
        required,
        optional: child['optional'] === true,
        secret: child['writeOnly'] === true,
        lookup: typeof lookup === 'string' ? lookup : undefined,
        map: isObject(child['additionalProperties']),
      },
    ];
  });
}

/** One value inside a setting, such as a column of a table, drawn as a setting of its own. */
export function partOf(
  field: SettingField,
  name: string,
  schema: JsonObject,
  required: boolean,
): SettingField {
  const lookup = schema['lookup'];
  return {
    path: [...field.path, name],
    schema,
    title: typeof schema['title'] === 'string' ? schema['title'] : name,
    required,
    optional: !required,
    secret: false,
    lookup: typeof lookup === 'string' ? lookup : undefined,
    map: false,
  };
}
