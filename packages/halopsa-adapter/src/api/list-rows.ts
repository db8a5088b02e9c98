import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';

export interface ListRows {
  readonly rows: readonly HaloRecord[];
  /** Rows in all pages together, when the answer says so. */
  readonly total: number | undefined;
}

/**
 * Reads a list answer: a bare array, or an envelope with the rows under the expected key, or under the first property
 * that holds an array. Undefined when it is none of these.
 */
export function readListRows(body: unknown, key: string): ListRows | undefined {
  if (Array.isArray(body)) return { rows: body.filter(isHaloRecord), total: undefined };
  if (!isHaloRecord(body)) return undefined;
  const count = body['record_count'];
  const total = typeof count === 'number' && count >= 0 ? count : undefined;
  const expected = body[key];
  const found: unknown = Array.isArray(expected)
    ? expected
    : Object.values(body).find((value) => Array.isArray(value));
  if (Array.isArray(found)) return { rows: found.filter(isHaloRecord), total };
  // An empty list may come without its array.
  return total === 0 ? { rows: [], total } : undefined;
}
