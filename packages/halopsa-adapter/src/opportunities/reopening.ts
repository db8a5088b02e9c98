import { QuotebridgeError, type CallOptions, type RecordId } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { fieldProfile } from '../profile/field-profile.js';
import { readFlag, readId, readWholeNumber } from '../record/read-values.js';
import { haloId } from '../record/write-values.js';

const { closureCategory, wonDate } = fieldProfile.opportunity;

/** A status that is open opens the opportunity; without a conversion date it is not won any more, either. */
export function reopeningFields(statusId: RecordId): Record<string, unknown> {
  return { status_id: haloId(statusId, 'status_id'), [wonDate]: null, [closureCategory]: 0 };
}

/**
 * The first open status of opportunities. One request.
 *
 * @throws `remote.rejected` when the tenant shows none.
 */
export async function firstOpenStatus(api: HaloApi, options?: CallOptions): Promise<RecordId> {
  const rows = await api.list(entities.status, { domain: 'opps', excludeclosed: true }, options);
  const open = rows
    .filter((row) => readFlag(row, 'inactive') !== true)
    .map((row) => ({ id: readId(row, 'id'), sequence: readWholeNumber(row, 'sequence') ?? 0 }))
    .sort((left, right) => left.sequence - right.sequence);
  for (const { id } of open) if (id !== undefined) return id;
  throw new QuotebridgeError('remote.rejected', 'HaloPSA shows no open status for opportunities.', {
    arrived: 'no',
    next: 'Open the opportunity in HaloPSA.',
  });
}

export function staysClosed(id: RecordId, statusId: RecordId): QuotebridgeError {
  return new QuotebridgeError(
    'remote.rejected',
    `HaloPSA leaves the opportunity ${id} closed in the status ${statusId}.`,
    { next: 'Open it in HaloPSA.' },
  );
}
