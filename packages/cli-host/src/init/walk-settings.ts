import { askField } from './ask-field.js';
import { settingFields, type SettingField } from './setting-field.js';
import { isObject } from './plain-object.js';
import type { ConfigurationDraft } from './configuration-draft.js';
import type { JsonObject, JsonValue } from '@quotebridge/core';

/** Asks a person for the settings that must be there: all of them, or those that are still missing. */
export async function walkSettings(
  draft: ConfigurationDraft,
  name: string,
  schema: JsonObject,
  ask: 'all' | 'missing',
): Promise<void> {
  for (const field of settingFields(schema).filter(({ required }) => required)) {
    const current = valueOf(draft, name, field);
    if (ask === 'missing' && current !== undefined) continue;
    const value = await askField(field, current, serverIsLocal(draft, name));
    if (value !== undefined) draft.set(name, field.path, value);
  }
}

export function valueOf(draft: ConfigurationDraft, name: string, field: SettingField): JsonValue | undefined {
  let place: JsonValue | undefined = draft.connection(name)?.settings;
  for (const step of field.path) place = isObject(place) ? place[step] : undefined;
  return place;
}

/** Whether any address among the settings is on this machine: then a made-up secret may be typed. */
function serverIsLocal(draft: ConfigurationDraft, name: string): boolean {
  return /"https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/"]/.test(
    JSON.stringify(draft.connection(name)?.settings ?? {}),
  );
}
