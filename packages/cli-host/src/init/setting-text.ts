import { isObject, textOf } from './plain-object.js';
import type { SettingField } from './setting-field.js';
import { visibleText } from '@quotebridge/command-line/terminal';
import type { JsonValue } from '@quotebridge/core';

/** A setting's value in a few words. What a secret is never shows, only where it stands. */
export function settingText({ secret }: SettingField, value: JsonValue | undefined): string {
  if (value === undefined) return '(not set)';
  if (secret) {
    const [[place, name] = []] = isObject(value) ? Object.entries(value) : [];
    return place === undefined || name === undefined ? '•••' : visibleText(`${place} ${textOf(name)}`);
  }
  if (Array.isArray(value)) {
    const plain = value.every((entry) => typeof entry !== 'object');
    if (value.length === 0) return '(none)';
    return visibleText(plain ? value.join(', ') : `${value.length} row${value.length === 1 ? '' : 's'}`);
  }
  if (isObject(value)) {
    const rows = Object.entries(value).map(([key, entry]) => `${key} → ${textOf(entry)}`);
    return visibleText(rows.length === 0 ? '(no rows)' : rows.join(', '));
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return visibleText(value === '' ? '(empty)' : textOf(value));
}
