import type {
  CallOptions,
  ClassificationAxis,
  Item,
  ItemFindings,
  ItemPort,
  ItemQuery,
  NewItem,
  RecordId,
} from '@quotebridge/core/plugin';
import { entities } from '../api/entities.js';
import { firstMatches } from '../api/first-matches.js';
import type { HaloApi } from '../api/halo-api.js';
import { isHaloId, optionalHaloId } from '../record/write-values.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { createItems } from './create-items.js';
import { findItemsByNumbers } from './find-items.js';
import { hasTexts, wantedTexts } from './item-texts.js';
import { toItem } from './to-item.js';
import { updateItems, type ItemChange } from './update-items.js';

/** The product catalogue. HaloPSA classifies items by product group, which the API calls asset group. */
export class HaloItems implements ItemPort {
  readonly axes: readonly ClassificationAxis[] = [{ name: 'group', lookup: 'productGroups', required: true }];
  readonly #api: HaloApi;
  readonly #settings: HaloSettings;

  constructor(api: HaloApi, settings: HaloSettings) {
    this.#api = api;
    this.#settings = settings;
  }

  /** One request for each hundred hits; every hit is checked here as well. */
  async search(query: ItemQuery, options?: CallOptions): Promise<readonly Item[]> {
    const { classification, recurring, includeInactive = false, limit } = query;
    const wanted = wantedTexts(query);
    const group = classification?.['group'];
    const pages = this.#api.pages(
      entities.item,
      {
        // The API has one text to search for; the most telling one narrows the list most.
        search: [wanted.number, wanted.supplierNumber, wanted.sku, wanted.text].find((text) => text !== ''),
        assetgroup_id: optionalHaloId(group, 'assetgroup_id'),
        recurringonly: recurring === true || undefined,
        excluderecurring: recurring === false || undefined,
        includeinactive: includeInactive || undefined,
      },
      options,
    );
    return firstMatches(pages, limit, (row) => {
      const item = toItem(row, this.#settings, includeInactive);
      if (item === undefined) return undefined;
      if (group !== undefined && item.classification['group']?.id !== group) return undefined;
      if (recurring !== undefined && (item.billingPeriod !== 'oneOff') !== recurring) return undefined;
      return hasTexts(item, wanted) ? item : undefined;
    });
  }

  /** One request for one number that is there; else those of `findItemsByNumbers`. */
  async findByNumbers(numbers: readonly string[], options?: CallOptions): Promise<ItemFindings> {
    return findItemsByNumbers(this.#api, this.#settings, numbers, options);
  }

  /** One request for each hundred items. */
  async *list(
    options?: CallOptions,
  ): AsyncGenerator<{ readonly items: readonly Item[]; readonly total?: number }, void, undefined> {
    for await (const { rows, total } of this.#api.pages(entities.item, {}, options)) {
      const items = rows.map((row) => toItem(row, this.#settings)).filter((item) => item !== undefined);
      yield { items, ...(total === undefined ? {} : { total }) };
    }
  }

  /** One request for each hundred items, and those of `findByNumbers` for items that HaloPSA's answer leaves out. */
  async createMany(items: readonly NewItem[], options?: CallOptions): Promise<readonly Item[]> {
    return items.length === 0 ? [] : createItems(this.#api, this.#settings, items, options);
  }

  /** See `updateItems` for the requests. */
  async updateMany(updates: readonly ItemChange[], options?: CallOptions): Promise<readonly Item[]> {
    return updateItems(this.#api, this.#settings, updates, options);
  }

  /** One request. */
  async remove(id: RecordId, options?: CallOptions): Promise<void> {
    if (isHaloId(id)) await this.#api.delete(entities.item, Number(id), options);
  }
}
