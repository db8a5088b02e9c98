import type { HideSecrets } from '../base/hide-secrets.js';
import type { JsonObject } from '../base/json.js';
import type { RuleSet } from '@quotebridge/mapping-rules';
import type { InputFault } from '../errors/quotebridge-error.js';
import { ConnectionRules } from '../rules/connection-rules.js';
import { effectivePolicy, effectiveSettings } from '../rules/effective-rules.js';
import { ruleFileFaults } from '../rules/rule-file-faults.js';
import type { RuleFile } from '../rules/rule-file.js';
import { compileValidator } from './compile-validator.js';
import type { PushPolicy } from './push-policy.js';
import { refuseSettings } from './refuse-settings.js';
import { SettingsSecrets, type SecretResolver } from './resolve-secrets.js';

export interface OpenedSettings {
  /** What a rule file says in the form of settings included. */
  readonly policy: PushPolicy;
  readonly rules: ConnectionRules;
  /** All pages as a plugin is given them: deeply frozen, secrets as `Secret`. */
  readonly settings: JsonObject;
  /** As a person has written them, with defaults and without secrets, for hashing. */
  readonly plain: JsonObject;
  /** Takes the secrets out of texts that may repeat them. */
  readonly hide: HideSecrets;
}

/** Faults of a connection's settings against its schema; no secret is resolved. */
export function checkSettings(
  schema: JsonObject,
  settings: JsonObject,
  file?: RuleFile,
): readonly InputFault[] {
  const secrets = new SettingsSecrets(schema, settings);
  const { faults } = compileValidator(schema, '/settings').validate(secrets.withoutSecrets);
  return [...secrets.faults, ...faults, ...ruleFileFaults(file, settings)];
}

/** @throws `settings.invalid` with every fault at once */
export async function readSettings(
  schema: JsonObject,
  settings: JsonObject,
  resolver: SecretResolver,
  file?: RuleFile,
): Promise<OpenedSettings> {
  const secrets = new SettingsSecrets(schema, settings);
  const { value, faults } = compileValidator<JsonObject>(schema, '/settings').validate(
    secrets.withoutSecrets,
  );
  const all = [...secrets.faults, ...faults, ...ruleFileFaults(file, settings)];
  if (all.length > 0) throw refuseSettings(all);
  const { settings: complete, hide } = await secrets.resolve(value, resolver);
  const stated = file?.document as RuleSet | undefined;
  const policy = effectivePolicy(value as unknown as PushPolicy, stated);
  return {
    policy,
    rules: new ConnectionRules(policy, file),
    settings: freeze(effectiveSettings(complete, stated)),
    plain: freeze(value),
    hide,
  };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
