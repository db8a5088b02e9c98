import { isObject, textOf } from '../init/plain-object.js';
import { schemaAt } from '../init/setting-path.js';
import type { JsonObject, JsonValue, MappingTable } from '@quotebridge/core';

/** Where a mapping table stands in the settings, and what its two sides are called. */
export interface TablePlace {
  readonly path: readonly [page: string, table: string];
  /** The section of a rule file that takes its place. */
  readonly rule: readonly [section: string];
  readonly from: string;
  readonly to: string;
}

export const tablePlaces: Readonly<Record<MappingTable, TablePlace>> = {
  users: { path: ['userMappings', 'users'], rule: ['users'], from: 'user', to: 'agent' },
  groups: {
    path: ['productGroupMappings', 'groups'],
    rule: ['productGroups'],
    from: 'ItemType',
    to: 'product group',
  },
  taxes: { path: ['taxMappings', 'codes'], rule: ['taxes'], from: 'tax code', to: 'tax' },
};

/** Name of the live list that the values of a table come from, as the schema says. */
export function lookupOf(schema: JsonObject, path: readonly string[]): string {
  const lookup = schemaAt(schema, path)?.['lookup'];
  if (typeof lookup !== 'string') throw new Error(`the setting ${path.join('.')} has no list`);
  return lookup;
}

/** The rows of a table as the configuration has them. */
export function rowsOf(settings: JsonObject, path: readonly string[]): Readonly<Record<string, string>> {
  let place: JsonValue | undefined = settings;
  for (const step of path) place = isObject(place) ? place[step] : undefined;
  const rows = Object.entries(isObject(place) ? place : {});
  return Object.fromEntries(rows.map(([key, value]) => [key, textOf(value)]));
}

/** The key under which a row stands already, however it is spelled. */
export function keyIn(rows: Readonly<Record<string, string>>, key: string): string | undefined {
  const comparable = (text: string): string => text.trim().normalize('NFC').toLowerCase();
  return Object.keys(rows).find((candidate) => comparable(candidate) === comparable(key));
}
