import { isObject, listAt, objectAt } from './plain-object.js';
import type { ConfigurationDraft } from './configuration-draft.js';
import type { SettingField } from './setting-field.js';
import type { SettingsPage } from './settings-page.js';
import type { ConnectionConfiguration, Engine, JsonObject, JsonValue } from '@quotebridge/core';

/** What a person answers to a question about a setting. */
export type Answer = { readonly value: JsonValue } | 'remove' | 'stay';

/** The settings of one connection while they are being made, as questions see them. */
export class DraftSettings {
  readonly #draft: ConfigurationDraft;
  readonly #engine: Engine;
  readonly name: string;
  readonly schema: JsonObject;

  constructor(draft: ConfigurationDraft, engine: Engine, name: string, schema: JsonObject) {
    this.#draft = draft;
    this.#engine = engine;
    this.name = name;
    this.schema = schema;
  }

  /** Without its rules: no question is about them. */
  get configuration(): ConnectionConfiguration {
    const configuration = this.#draft.connection(this.name);
    if (configuration === undefined) throw new Error(`the draft has no connection ${this.name}`);
    const { plugin, settings } = configuration;
    return { plugin, settings };
  }

  /** As it is set; undefined when it is not. */
  valueOf({ path }: SettingField): JsonValue | undefined {
    let place: JsonValue | undefined = this.configuration.settings;
    for (const step of path) place = isObject(place) ? place[step] : undefined;
    return place;
  }

  /** As it is set, or its default. */
  effective(field: SettingField): JsonValue | undefined {
    return this.valueOf(field) ?? field.schema['default'];
  }

  /** Whether the other settings of the page leave this one a meaning. */
  applies(field: SettingField, { name, fields }: SettingsPage): boolean {
    return Object.entries(objectAt(field.schema, 'appliesWhen')).every(([path, condition]) => {
      const other = fields.find((candidate) => candidate.path.join('.') === `${name}.${path}`);
      return other === undefined || !isObject(condition) || holds(condition, this.effective(other));
    });
  }

  take(field: SettingField, answer: Answer): void {
    if (answer === 'remove') this.#draft.unset(this.name, field.path);
    else if (answer !== 'stay') this.#draft.set(this.name, field.path, answer.value);
  }

  /** What is wrong with a value, in the words of the schema's validator; undefined: nothing. */
  faultOf(field: SettingField, value: JsonValue): string | undefined {
    const { plugin, settings } = this.configuration;
    const configuration = { plugin, settings: withValue(settings, field.path, value) };
    const at = `/settings/${field.path.join('/')}`;
    const fault = this.#engine
      .checkSettings(configuration)
      .find((found) => found.at === at || found.at.startsWith(`${at}/`));
    return fault === undefined ? undefined : `Expected ${fault.expected}.`;
  }

  /** Whether any address among the settings is on this machine: then a made-up secret may be typed. */
  get serverIsLocal(): boolean {
    return /"https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/"]/.test(
      JSON.stringify(this.configuration.settings),
    );
  }
}

/** `enum` and `not` of JSON Schema: more is not needed to say when a setting applies. */
function holds(condition: JsonObject, value: JsonValue | undefined): boolean {
  const { not } = condition;
  if (isObject(not) && holds(not, value)) return false;
  const values = listAt(condition, 'enum');
  return values.length === 0 || values.some((candidate) => candidate === value);
}

/** A copy with one value in another form. */
function withValue(place: JsonObject, [step = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  return { ...place, [step]: rest.length === 0 ? value : withValue(objectAt(place, step), rest, value) };
}
