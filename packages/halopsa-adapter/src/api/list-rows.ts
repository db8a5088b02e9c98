import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';

export interface ListRows {
  readonly rows: readonly HaloRecord[];
  /** Rows in all pages together, when the answer says so. */
  readonly total: number | undefined;
}

/** Describes the columns of the list, beside its rows. */
const columns = 'columns';

/**
 * Reads a list answer: a bare array, or an envelope with the rows under the expected key, or, where it has no such key,
 * under the first other property that holds an array. Undefined when it is none of these.
 */
export function readListRows(body: unknown, key: string): ListRows | undefined {
  if (Array.isArray(body)) return { rows: body.filter(isHaloRecord), total: undefined };
  if (!isHaloRecord(body)) return undefined;
  const count = body['record_count'];
  const total = typeof count === 'number' && count >= 0 ? count : undefined;
  const found = key in body ? body[key] : firstArray(body);
  if (Array.isArray(found)) return { rows: found.filter(isHaloRecord), total };
  // An empty list may come without its array.
  return total === 0 ? { rows: [], total } : undefined;
}

function firstArray(body: HaloRecord): unknown {
  return Object.entries(body).find(([name, value]) => name !== columns && Array.isArray(value))?.[1];
}
