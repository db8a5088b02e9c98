import type { SettingField } from './setting-field.js';
import type { LookupEntry } from '@quotebridge/core';

/** How a live list's entry is written into a setting: by its name, which people can read; by its id where the schema wants one or two entries share the name. */
export function entryValue(
  entry: LookupEntry,
  { schema }: Pick<SettingField, 'schema'>,
  entries: readonly LookupEntry[],
): string {
  const pattern = schema['pattern'];
  const nameFits = typeof pattern !== 'string' || new RegExp(pattern).test(entry.name);
  return nameFits && entries.filter((other) => other.name === entry.name).length === 1
    ? entry.name
    : entry.id;
}
