import { isObject } from '../init/plain-object.js';
import type { JsonObject, JsonValue } from '@quotebridge/core';

export const rowsPath = ['dataLink', 'rows'] as const;

/** The rows of the DataLink table as the configuration has them. */
export function dataLinkRows(settings: JsonObject): readonly JsonObject[] {
  const page = settings['dataLink'];
  const rows: JsonValue | undefined = isObject(page) ? page['rows'] : undefined;
  return Array.isArray(rows) ? (rows as readonly JsonValue[]).filter(isObject) : [];
}
