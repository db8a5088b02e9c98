import type { HideSecrets } from '../base/hide-secrets.js';
import type { JsonObject } from '../base/json.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import { compileValidator } from './compile-validator.js';
import type { PushPolicy } from './push-policy.js';
import { refuseSettings } from './refuse-settings.js';
import { SettingsSecrets, type SecretResolver } from './resolve-secrets.js';

export interface OpenedSettings {
  readonly policy: PushPolicy;
  /** All pages, deeply frozen, secrets as `Secret`. */
  readonly settings: JsonObject;
  /** The same without secrets, for hashing. */
  readonly plain: JsonObject;
  /** Takes the secrets out of texts that may repeat them. */
  readonly hide: HideSecrets;
}

/** Faults of a connection's settings against its schema; no secret is resolved. */
export function checkSettings(schema: JsonObject, settings: JsonObject): readonly InputFault[] {
  const secrets = new SettingsSecrets(schema, settings);
  const { faults } = compileValidator(schema, '/settings').validate(secrets.withoutSecrets);
  return [...secrets.faults, ...faults];
}

/** @throws `settings.invalid` with every fault at once */
export async function readSettings(
  schema: JsonObject,
  settings: JsonObject,
  resolver: SecretResolver,
): Promise<OpenedSettings> {
  const secrets = new SettingsSecrets(schema, settings);
  const { value, faults } = compileValidator<JsonObject>(schema, '/settings').validate(
    secrets.withoutSecrets,
  );
  const all = [...secrets.faults, ...faults];
  if (all.length > 0) throw refuseSettings(all);
  const { settings: complete, hide } = await secrets.resolve(value, resolver);
  return { policy: value as unknown as PushPolicy, settings: freeze(complete), plain: freeze(value), hide };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
