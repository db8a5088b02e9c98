import type { AdapterPackage } from '../suite/adapter-package.js';
import { contactManagersOf } from './contact-managers-of.js';

export interface SettingProperty {
  /** JSON pointer into the settings: `/account/clientSecret`. */
  readonly at: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Every property of every settings schema, the nested ones too. */
export function settingProperties({ manifest, files }: AdapterPackage): readonly SettingProperty[] {
  return contactManagersOf(manifest).flatMap(({ settings }) => propertiesOf(files[settings], ''));
}

function propertiesOf(schema: unknown, at: string): readonly SettingProperty[] {
  const { properties, items } = asRecord(schema);
  const inItems = items === undefined ? [] : propertiesOf(items, `${at}/*`);
  return Object.entries(asRecord(properties)).reduce<readonly SettingProperty[]>((all, [name, property]) => {
    const own = { at: `${at}/${name}`, name, schema: asRecord(property) };
    return [...all, own, ...propertiesOf(property, own.at)];
  }, inItems);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
