import type { CallOptions } from './call-options.js';
import type { Item, ItemUpdate, NewItem, RecordId } from './records.js';

export interface ItemQuery {
  /** Part of the name, the description, an item number, the SKU, the supplier or the supplier's part number. */
  readonly text?: string;
  /** Part of one field only. */
  readonly number?: string;
  readonly sku?: string;
  readonly supplierNumber?: string;
  readonly classification?: Readonly<Record<string, RecordId>>;
  readonly recurring?: boolean;
  readonly includeInactive?: boolean;
  /** At most that many, 50 unless told. */
  readonly limit?: number;
}

/** One dimension of product classification, such as HaloPSA's product group. */
export interface ClassificationAxis {
  readonly name: string;
  /** Name of the lookup that lists its values. */
  readonly lookup: string;
  readonly required: boolean;
}

export interface ItemFindings {
  /** For each number that was found: every item that carries it, in the order in which the PSA stored them. Two or more are the caller's conflict. */
  readonly found: ReadonlyMap<string, readonly Item[]>;
  /** Everything that passed by on the way, for the item cache. */
  readonly seen: readonly Item[];
}

export interface ItemPort {
  readonly axes: readonly ClassificationAxis[];
  search(query: ItemQuery, options?: CallOptions): Promise<readonly Item[]>;
  /** Finds items by exact item number with as few calls as the PSA allows. */
  findByNumbers(numbers: readonly string[], options?: CallOptions): Promise<ItemFindings>;
  /** The whole active catalogue, page by page. */
  list(options?: CallOptions): AsyncIterable<{ readonly items: readonly Item[]; readonly total?: number }>;
  /** Creates all of them in as few calls as the PSA allows; the answer stands in the order of the input. */
  createMany(items: readonly NewItem[], options?: CallOptions): Promise<readonly Item[]>;
  /** Writes the given fields of items that exist, in as few calls as the PSA allows. Absent: items are never changed. */
  updateMany?(
    updates: readonly { readonly id: RecordId; readonly fields: ItemUpdate }[],
    options?: CallOptions,
  ): Promise<readonly Item[]>;
  /** Deletes one; one that is gone already is fine. Only for a product that was created a moment ago and is in use nowhere. */
  remove?(id: RecordId, options?: CallOptions): Promise<void>;
}
