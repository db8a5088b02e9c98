import type { JsonValue } from '../base/json.js';
import type { FieldChange } from '../state/history-store.js';

/** Characters of a value that are kept; the rest can be seen in the PSA. */
const longest = 1_000;

/**
 * Fields that are written, one by one; values of DataLink as `linked.` and the PSA's name.
 *
 * @param before undefined: the record is new, so nothing stood there
 */
export function fieldChanges(
  wanted: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | undefined,
): readonly FieldChange[] {
  const earlier = flat(before ?? {});
  return Object.entries(flat(wanted)).map(([field, after]) => {
    const stood = earlier[field];
    return {
      field,
      ...(stood === undefined ? {} : { before: shortened(stood) }),
      ...(after === undefined ? {} : { after: shortened(after) }),
    };
  });
}

/** Values are plain data: a plan is nothing else. */
function flat(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, JsonValue | undefined>> {
  const { linked, ...own } = fields as Readonly<Record<string, JsonValue | undefined>>;
  const values = Object.entries((linked ?? {}) as Readonly<Record<string, JsonValue>>);
  return { ...own, ...Object.fromEntries(values.map(([name, value]) => [`linked.${name}`, value])) };
}

function shortened(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.length <= longest ? value : `${value.slice(0, longest)}…`;
  const text = JSON.stringify(value);
  return text.length <= longest ? value : `${text.slice(0, longest)}…`;
}
