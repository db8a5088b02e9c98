import type { JsonObject } from '../base/json.js';
import { compileValidator } from './compile-validator.js';
import type { PushPolicy } from './push-policy.js';
import { pushPolicySchema } from './push-policy.schema.js';
import { refuseSettings } from './refuse-settings.js';
import { composeSettingsSchema } from './settings-schema.js';

/**
 * The push policy of a connection's settings alone, with every default filled in; the plugin's pages, and with them all
 * secrets, are passed over.
 *
 * @throws `settings.invalid` with every fault at once
 */
export function readPolicy(settings: JsonObject): PushPolicy {
  const pages = Object.entries(settings).filter(([name]) => Object.hasOwn(pushPolicySchema, name));
  const schema = composeSettingsSchema({});
  const { value, faults } = compileValidator<PushPolicy>(schema, '/settings').validate(
    Object.fromEntries(pages),
  );
  if (faults.length > 0) throw refuseSettings(faults);
  return value;
}
