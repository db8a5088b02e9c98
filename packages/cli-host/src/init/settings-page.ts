import { settingFields, type SettingField } from './setting-field.js';
import { isObject, objectAt } from './plain-object.js';
import { QuotebridgeError, type JsonObject } from '@quotebridge/core';

/** What a person sees at a time: a top-level property of the schema. */
export interface SettingsPage {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly fields: readonly SettingField[];
}

/** The pages of a schema, in its order. */
export function settingsPages(schema: JsonObject): readonly SettingsPage[] {
  const fields = settingFields(schema);
  return Object.entries(objectAt(schema, 'properties')).flatMap(([name, page]) => {
    if (!isObject(page)) return [];
    const { title, description } = page;
    return [
      {
        name,
        title: typeof title === 'string' ? title : name,
        description: typeof description === 'string' ? description : undefined,
        fields: fields.filter((field) => field.path[0] === name),
      },
    ];
  });
}

/** The page that a person means by its name or title. @throws `usage` that lists them */
export function choosePage(schema: JsonObject, wanted: string): SettingsPage {
  const key = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const pages = settingsPages(schema);
  const page =
    pages.find(({ name }) => key(name) === key(wanted)) ??
    pages.find(({ title }) => key(title) === key(wanted));
  if (page !== undefined) return page;
  throw new QuotebridgeError('usage', `There is no page “${wanted}” of settings.`, {
    faults: [{ at: '--page', value: wanted, expected: `one of ${pages.map(({ name }) => name).join(', ')}` }],
  });
}
