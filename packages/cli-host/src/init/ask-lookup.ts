import { asking, explain } from './ask-field.js';
import { visibleText } from '../presentation/visible-text.js';
import { titleOf, type SettingField } from './setting-field.js';
import type { JsonValue, LookupEntry } from '@quotebridge/core';
import { confirm, input, search } from '@inquirer/prompts';

/** Offers a live list for one setting; for named entries it asks for one after the other. Nothing: it stays as it is. */
export async function askLookup(
  field: SettingField,
  entries: readonly LookupEntry[],
  current: JsonValue | undefined,
): Promise<readonly { readonly path: readonly string[]; readonly value: string }[]> {
  if (!field.map) {
    const value = await choose(
      `${titleOf(field)}:`,
      field,
      entries,
      typeof current === 'string' ? current : undefined,
    );
    return value === undefined ? [] : [{ path: field.path, value }];
  }
  const rows: { path: readonly string[]; value: string }[] = [];
  explain(field);
  while (await confirm({ message: `${titleOf(field)}: add a row?`, default: false }, asking)) {
    const name = await input({ message: 'In the quoting tool:' }, asking);
    const value = await choose('In the PSA:', field, entries, undefined);
    if (name !== '' && value !== undefined) rows.push({ path: [...field.path, name], value });
  }
  return rows;
}

async function choose(
  message: string,
  field: SettingField,
  entries: readonly LookupEntry[],
  current: string | undefined,
): Promise<string | undefined> {
  const stay = { name: current === undefined ? '(none)' : `(stay with ${current})`, value: undefined };
  return search<string | undefined>(
    {
      message,
      source: (term) => [
        ...(term ? [] : [stay]),
        ...entries
          .filter((entry) => !term || entry.name.toLowerCase().includes(term.toLowerCase()))
          .map((entry) => ({
            name: visibleText(entry.name),
            description: `id ${visibleText(entry.id)}`,
            value: storedAs(entry, field, entries),
          })),
      ],
    },
    asking,
  );
}

/** The name, which people can read; the id where the schema wants one or two entries share the name. */
function storedAs(entry: LookupEntry, { schema }: SettingField, entries: readonly LookupEntry[]): string {
  const pattern = schema['pattern'];
  const nameFits = typeof pattern !== 'string' || new RegExp(pattern).test(entry.name);
  return nameFits && entries.filter((other) => other.name === entry.name).length === 1
    ? entry.name
    : entry.id;
}
