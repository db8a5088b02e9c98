import type { Item } from '@quotebridge/core/plugin';
import { inStoredOrder } from '../record/in-stored-order.js';

/** Item numbers are compared without blanks around them and without regard to case. */
export function comparableNumber(number: string): string {
  return number.trim().toLowerCase();
}

/**
 * Items by the fields that count as item number. The fields are tried in their order, and the first one in which any
 * item carries the number decides: an item whose name is the number beats one whose reference happens to be it.
 */
export class ItemNumberIndex {
  /** By position of the field; a field that no item has filled yet is missing. */
  readonly #fields: (Map<string, Item[]> | undefined)[] = [];
  readonly #seen = new Map<string, Item>();

  /** @param numbers one text for each field, `''` where the item has none. */
  add(item: Item, numbers: readonly string[]): void {
    if (this.#seen.has(item.id)) return;
    this.#seen.set(item.id, item);
    numbers.forEach((number, position) => {
      if (this.#fields.length <= position) this.#fields.push(new Map());
      const key = comparableNumber(number);
      if (key === '') return;
      const field = this.#fields[position];
      const items = field?.get(key);
      if (items === undefined) field?.set(key, [item]);
      else items.push(item);
    });
  }

  /** In the order in which HaloPSA stored them. */
  find(number: string): readonly Item[] {
    const key = comparableNumber(number);
    for (const field of this.#fields) {
      const items = field?.get(key);
      if (items !== undefined) return inStoredOrder(items);
    }
    return [];
  }

  get seen(): readonly Item[] {
    return [...this.#seen.values()];
  }
}
