import type { SchemaNode } from './schema-node.js';

export const text: SchemaNode = { type: 'string' };
export const textByKey: SchemaNode = { type: 'object', additionalProperties: text };

/** As long as the longest table may be. */
export function list(items: SchemaNode): SchemaNode {
  return { type: 'array', items, maxItems: 1_000_000 };
}

/** An object that has these keys and no others. */
export function object(
  properties: Readonly<Record<string, SchemaNode>>,
  required: readonly string[] = [],
): SchemaNode {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Each of these keys may be there, with a text. */
export function textsBy(
  names: readonly string[],
  others: Readonly<Record<string, SchemaNode>> = {},
): SchemaNode {
  return object({ ...Object.fromEntries(names.map((name) => [name, text])), ...others });
}
