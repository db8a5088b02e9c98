import type { JsonObject, JsonValue } from '../base/json.js';
import type { CheckFinding } from '../contract/check-report.js';
import { resolveSetting } from '../resolve/resolve-setting.js';
import type { LookupReader } from '../resolve/lookup-reader.js';
import { asObject } from '../settings/settings-schema.js';

interface LookupValue {
  readonly lookup: string;
  readonly path: string;
  readonly value: string;
}

/** One finding for each setting that names an entry which the PSA's list does not have, or has more than once. */
export async function checkLookups(
  schema: JsonObject,
  settings: JsonObject,
  read: LookupReader,
): Promise<readonly CheckFinding[]> {
  const findings: CheckFinding[] = [];
  for (const { lookup, path, value } of lookupValues(schema, settings, '')) {
    const resolved = await resolveSetting(read, lookup, value, path);
    if ('entry' in resolved) continue;
    const { message, next, candidates } = resolved.conflict;
    const names = candidates.map(({ name }) => name).join(', ');
    findings.push({
      level: 'error',
      topic: path,
      message,
      next: names === '' ? next : `${next} There are: ${names}.`,
    });
  }
  return findings;
}

/** Every filled place that the schema annotates with `lookup`: a text, or a table whose values are texts. */
function lookupValues(
  schema: JsonObject,
  value: JsonValue | undefined,
  path: string,
): readonly LookupValue[] {
  const { lookup } = schema;
  if (typeof lookup === 'string') {
    if (typeof value === 'string') return value === '' ? [] : [{ lookup, path, value }];
    return Object.entries(asObject(value)).flatMap(([key, entry]) =>
      typeof entry === 'string' && entry !== '' ? [{ lookup, path: `${path}.${key}`, value: entry }] : [],
    );
  }
  const filled = asObject(value);
  return Object.entries(asObject(schema['properties'])).flatMap(([name, property]) =>
    lookupValues(asObject(property), filled[name], path === '' ? name : `${path}.${name}`),
  );
}
