import type { JsonObject } from '../base/json.js';
import { pushPolicySchema } from './push-policy.schema.js';

/** Pages of a plugin and of the push policy in one schema, the account first. */
export function composeSettingsSchema(pluginSchema: JsonObject): JsonObject {
  const pages = asObject(pluginSchema['properties']);
  const { account, ...others } = pages;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a connection',
    type: 'object',
    additionalProperties: false,
    ...Object.fromEntries(
      ['required', 'definitions', '$defs'].flatMap((name) => {
        const value = pluginSchema[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    properties: { ...(account === undefined ? {} : { account }), ...pushPolicySchema, ...others },
  };
}

/** Names of pages that a plugin must not define, because the push policy has them. */
export function reservedPages(pluginSchema: JsonObject): readonly string[] {
  return Object.keys(asObject(pluginSchema['properties'])).filter((name) =>
    Object.hasOwn(pushPolicySchema, name),
  );
}

export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
