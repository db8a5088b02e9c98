import { QuotebridgeError, type RecordId } from '@quotebridge/core/plugin';
import type { HaloRecord } from '../record/halo-record.js';
import { readId } from '../record/read-values.js';

/**
 * The record that a write of one record answered.
 *
 * @param expected id of the record that was to be updated; undefined for a create.
 * @throws `remote.rejected` when an update answers another record, which HaloPSA may have made because it does not know
 * the id: sending it again would make one more.
 */
export function storedRecord(
  records: readonly HaloRecord[],
  expected: RecordId | undefined,
  noun: string,
): { readonly id: RecordId; readonly record: HaloRecord } {
  const record = records[0] ?? {};
  const id = readId(record, 'id');
  if (id !== undefined && (expected === undefined || id === expected)) return { id, record };
  throw new QuotebridgeError(
    'remote.rejected',
    `HaloPSA answered ${noun} ${id ?? 'without an id'} to a change of ${noun} ${expected ?? 'without an id'}.`,
    {
      arrived: 'unknown',
      next: `Look at both in HaloPSA, and remove ${noun} ${id ?? ''} if it has just been made.`,
    },
  );
}
