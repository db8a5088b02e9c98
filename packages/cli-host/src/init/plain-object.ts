import type { JsonObject, JsonValue } from '@quotebridge/core';

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The object under a name, or an empty one. */
export function objectAt(value: JsonObject, name: string): JsonObject {
  const found = value[name];
  return isObject(found) ? found : {};
}

/** The list under a name, or an empty one. */
export function listAt(value: JsonObject, name: string): readonly JsonValue[] {
  const found: unknown = value[name];
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
}

/** A text as it is, anything else as JSON. */
export function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
