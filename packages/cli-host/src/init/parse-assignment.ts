import { schemaAt, secretStep, splitPath } from './setting-path.js';
import { QuotebridgeError, type JsonObject, type JsonValue } from '@quotebridge/core';
import { parse } from 'yaml';

/** One setting and what becomes of it; without a value it is taken away. */
export interface Assignment {
  readonly path: readonly string[];
  readonly value?: JsonValue;
}

/**
 * `account.serverUrl=https://…`. A dot that belongs to a name is written `\.`. The value is text where the schema wants
 * text, a YAML value elsewhere, and a reference where the schema wants a secret (`account.clientSecret.env=NAME`).
 */
export function parseAssignment(text: string, schema: JsonObject): Assignment {
  const end = text.indexOf('=');
  const names = parsePath(text.slice(0, Math.max(0, end)), '--set', () => ({
    // What stands behind the equals sign may be a secret.
    value: text.slice(0, end < 0 ? 20 : end),
    expected: 'PATH=VALUE, such as account.tenant=example',
  }));
  const raw = text.slice(end + 1);
  const secretEnd = secretStep(schema, names);
  if (secretEnd >= 0 && secretEnd < names.length - 1) {
    return { path: names.slice(0, secretEnd + 1), value: { [names.slice(secretEnd + 1).join('.')]: raw } };
  }
  const type = schemaAt(schema, names)?.['type'];
  const flow = secretEnd >= 0 && raw.startsWith('{');
  return { path: names, value: type === 'string' && !flow ? raw : parseValue(raw, names) };
}

/** The place that `--unset` names. */
export function parseRemoval(text: string): Assignment {
  return {
    path: parsePath(text, '--unset', () => ({ value: text, expected: 'PATH, such as account.tenant' })),
  };
}

function parsePath(
  text: string,
  option: string,
  fault: () => { readonly value: string; readonly expected: string },
): readonly string[] {
  const names = splitPath(text);
  if (!names.includes('')) return names;
  throw new QuotebridgeError('usage', `A setting cannot be read from ${option}.`, {
    faults: [{ at: option, ...fault() }],
    next: 'Dots lead from the page to the setting.',
  });
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
