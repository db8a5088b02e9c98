import type { JsonObject, JsonValue } from '../base/json.js';
import type { ListReading } from '../base/list-reader.js';
import { isTold, toldAtMost } from '../base/told-at-most.js';
import type { LookupEntry } from '../contract/records.js';
import type { Conflict } from '../plan/plan.js';
import { asObject } from '../settings/settings-schema.js';
import type { LookupReader } from './lookup-reader.js';
import { notPermitted } from './not-permitted.js';
import { resolveSetting, settingText } from './resolve-setting.js';

/** An entry of a list of the PSA that something names. */
export interface LookupValue {
  readonly lookup: string;
  readonly path: string;
  readonly value: string;
  /** File and line of what is no setting but a rule. */
  readonly place?: string | undefined;
}

/** Says more about an entry that is not in its list, such as that it was renamed; undefined: nothing more is known. */
export type WhyMissing = (
  lookup: string,
  text: string,
  setting: string,
) => Promise<Pick<Conflict, 'message' | 'next'> | undefined>;

/**
 * Every value that names an entry which the PSA's list does not have or has more
 * than once; of very many the first ones. Lists that the PSA does not offer are not looked at.
 *
 * @param whenForbidden what a list that may not be read does: fail everything, or count as a fault of its setting.
 */
export async function lookupFaults(
  values: readonly LookupValue[],
  offered: readonly string[],
  read: LookupReader,
  whenForbidden: 'fails' | 'isFault' = 'fails',
  whyMissing?: WhyMissing,
): Promise<readonly Conflict[]> {
  const faults: Conflict[] = [];
  const remembered = rememberingReader(read);
  for (const { lookup, path, value, place } of values) {
    if (!offered.includes(lookup)) continue;
    const resolved = await resolveSetting(remembered, lookup, value, path, place).catch((error: unknown) =>
      notReadable(error, path, whenForbidden),
    );
    if (!('conflict' in resolved)) continue;
    const isMissing = resolved.conflict.message.includes(' is not in the PSA');
    const why =
      isMissing && isTold(faults.length)
        ? await whyMissing?.(lookup, value, settingText(path, place))
        : undefined;
    faults.push({ ...resolved.conflict, ...why });
  }
  return toldAtMost(faults);
}

/** One list that may not be read leaves one question open; the others are still answered. */
function notReadable(
  error: unknown,
  about: string,
  when: 'fails' | 'isFault',
): { readonly conflict: Conflict } {
  if (when === 'fails') throw error;
  return { conflict: notPermitted(error, about) };
}

/** Each list once, and once more when something is missing in it: a table may have many rows. */
function rememberingReader(read: LookupReader): LookupReader {
  const readings = new Map<string, ListReading<LookupEntry>>();
  return async (name, options) => {
    const known = readings.get(name);
    if (known !== undefined && (options?.fresh !== true || known.fresh)) return known;
    const reading = await read(name, options);
    readings.set(name, reading);
    return reading;
  };
}

/** The lists that settings name entries of. */
export function lookupsNamed(schema: JsonObject, settings: JsonObject): readonly string[] {
  return [...new Set(lookupValues(schema, settings).map(({ lookup }) => lookup))];
}

/** Every filled place that the schema annotates with `lookup`: a text, or a table whose values are texts. */
export function lookupValues(
  schema: JsonObject,
  value: JsonValue | undefined,
  path = '',
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
