import { QuotebridgeError, type CallOptions, type Item, type NewItem } from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import type { HaloApi } from '../api/halo-api.js';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readFirstText } from '../record/read-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { findItemsByNumbers } from './find-items.js';
import { itemBody } from './item-body.js';
import { comparableNumber } from './item-number-index.js';
import { toItem } from './to-item.js';

/**
 * Creates the items, one request for each hundred. HaloPSA answers several elements with an array or with one object
 * only (not documented): items that the answer leaves out are found again by their numbers.
 *
 * @throws `remote.unexpected` when an item is neither answered nor found.
 */
export async function createItems(
  api: HaloApi,
  settings: HaloSettings,
  items: readonly NewItem[],
  options?: CallOptions,
): Promise<readonly Item[]> {
  const created: Item[] = [];
  const { largestBatch } = fieldProfile.item;
  for (let start = 0; start < items.length; start += largestBatch) {
    created.push(...(await createBatch(api, settings, items.slice(start, start + largestBatch), options)));
  }
  return created;
}

async function createBatch(
  api: HaloApi,
  settings: HaloSettings,
  items: readonly NewItem[],
  options?: CallOptions,
): Promise<readonly Item[]> {
  const [numberField] = settings.itemNumberFields;
  const records = await api.post(
    entities.item,
    items.map((item) => itemBody(item, settings)),
    options,
  );
  const answered = items.map((item, position) =>
    answeredRecord(records, items.length, item, position, numberField),
  );
  const missing = items
    .filter((_item, position) => answered[position] === undefined)
    .map(({ number }) => number);
  const { found } = await findItemsByNumbers(api, settings, missing, options);
  return items.map((item, position) => {
    const record = answered[position];
    const stored = record === undefined ? newest(found.get(item.number)) : toItem(record, settings);
    if (stored !== undefined) return stored;
    throw new QuotebridgeError(
      'remote.unexpected',
      `HaloPSA did not show the item ${item.number} after storing it.`,
      {
        arrived: 'unknown',
        next: 'Look for the item in HaloPSA, then run it again: items that are there are not created again.',
      },
    );
  });
}

/** The answer in the place of the item, as long as it carries the item's number; else the one that does. */
function answeredRecord(
  records: readonly HaloRecord[],
  expected: number,
  item: NewItem,
  position: number,
  numberField: string,
): HaloRecord | undefined {
  const carries = (record: HaloRecord): boolean =>
    comparableNumber(readFirstText(record, numberField)) === comparableNumber(item.number);
  const own = records.length === expected ? records[position] : undefined;
  return own !== undefined && carries(own) ? own : records.find(carries);
}

/** Numbers are looked up before they are created, so an older item of the same number was made in the meantime. */
function newest(items: readonly Item[] | undefined): Item | undefined {
  return [...(items ?? [])].sort((left, right) => Number(right.id) - Number(left.id))[0];
}
