import { QuotebridgeError, type RecordId, type RecordKind } from '@quotebridge/core/plugin';

/** A write to a record that is not there (any more). */
export function noSuchRecord(kind: RecordKind | 'quote line', id: RecordId): never {
  throw new QuotebridgeError('remote.rejected', `The in-memory PSA has no ${kind} ${id}.`, {
    status: 404,
    next: 'Somebody may have deleted it: plan again.',
  });
}
