import {
  decimal,
  type CallOptions,
  type Item,
  type ItemUpdate,
  type RecordId,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { inParallel } from '../api/in-parallel.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readId } from '../record/read-values.js';
import { haloId } from '../record/write-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { toItem } from './to-item.js';

const profile = fieldProfile.item;

export interface ItemChange {
  readonly id: RecordId;
  readonly fields: ItemUpdate;
}

/**
 * Changes the items, one request for each hundred, and one for each item that the answer leaves out. The answer has every
 * item that HaloPSA still knows, in order.
 */
export async function updateItems(
  api: HaloApi,
  settings: HaloSettings,
  changes: readonly ItemChange[],
  options?: CallOptions,
): Promise<readonly Item[]> {
  const answered = new Map<RecordId, HaloRecord>();
  for (let start = 0; start < changes.length; start += profile.largestBatch) {
    const batch = changes.slice(start, start + profile.largestBatch);
    const bodies = batch.map(changeBody);
    for (const record of await api.post(entities.item, bodies, options)) {
      // An answer without a price is no whole item.
      const id = record[profile.price] === undefined ? undefined : readId(record, 'id');
      if (id !== undefined) answered.set(id, record);
    }
  }
  const items = await inParallel(changes, async ({ id }) => {
    const record = answered.get(id) ?? (await api.get(entities.item, Number(id), options));
    return record === undefined ? undefined : toItem(record, settings);
  });
  return items.filter((item) => item !== undefined);
}

/**
 * Prices go to both pairs of fields, because the request does not know whether the item recurs; HaloPSA takes the recurring
 * pair for items that do (inferred).
 */
function changeBody({ id, fields }: ItemChange): HaloRecord {
  const price = fields.price === undefined ? undefined : decimal.toNumber(fields.price);
  const cost = fields.cost === undefined ? undefined : decimal.toNumber(fields.cost);
  return withoutUndefined<Record<string, unknown>>({
    id: haloId(id, 'id'),
    name: fields.name,
    [profile.description]: fields.description,
    [profile.sku]: fields.sku,
    [profile.price]: price,
    [profile.recurringPrice]: price,
    [profile.cost]: cost,
    [profile.recurringCost]: cost,
  });
}
