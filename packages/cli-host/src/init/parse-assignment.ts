import { isObject, objectAt } from './plain-object.js';
import { QuotebridgeError, type JsonObject, type JsonValue } from '@quotebridge/core';
import { parse } from 'yaml';

/** One `--set`. */
export interface Assignment {
  readonly path: readonly string[];
  readonly value: JsonValue;
}

/**
 * `account.serverUrl=https://…`. A dot that belongs to a name is written `\.`. The value is text where the schema wants
 * text, a YAML value elsewhere, and a reference where the schema wants a secret (`account.clientSecret.env=NAME`).
 */
export function parseAssignment(text: string, schema: JsonObject): Assignment {
  const end = text.indexOf('=');
  const names = text
    .slice(0, Math.max(0, end))
    .split(/(?<!\\)\./)
    .map((name) => name.replaceAll('\\.', '.'));
  if (end <= 0 || names.some((name) => name === '')) {
    throw new QuotebridgeError('usage', 'A setting cannot be read from --set.', {
      // What stands behind the equals sign may be a secret.
      faults: [
        {
          at: '--set',
          value: text.slice(0, end < 0 ? 20 : end),
          expected: 'PATH=VALUE, such as account.tenant=example',
        },
      ],
      next: 'Dots lead from the page to the setting.',
    });
  }
  const raw = text.slice(end + 1);
  const secretEnd = names.findIndex(
    (_, index) => schemaAt(schema, names.slice(0, index + 1))?.['writeOnly'] === true,
  );
  if (secretEnd >= 0 && secretEnd < names.length - 1) {
    return { path: names.slice(0, secretEnd + 1), value: { [names.slice(secretEnd + 1).join('.')]: raw } };
  }
  const type = schemaAt(schema, names)?.['type'];
  const flow = secretEnd >= 0 && raw.startsWith('{');
  return { path: names, value: type === 'string' && !flow ? raw : parseValue(raw, names) };
}

function parseValue(raw: string, names: readonly string[]): JsonValue {
  try {
    return parse(raw) as JsonValue;
  } catch {
    throw new QuotebridgeError('usage', `The value of ${names.join('.')} is no valid YAML.`, {
      faults: [{ at: '--set', value: names.join('.'), expected: 'a value such as true, 12, text or [a, b]' }],
    });
  }
}

function schemaAt(schema: JsonObject, names: readonly string[]): JsonObject | undefined {
  let place: JsonObject | undefined = schema;
  for (const name of names) {
    const child: JsonValue | undefined = objectAt(place, 'properties')[name] ?? place['additionalProperties'];
    if (!isObject(child)) return undefined;
    place = child;
  }
  return place;
}
