import type { ItemUpdate } from '../contract/records.js';

/**
 * What an item holds in a field. A text that the PSA does not show is an empty one; a price or cost that it does not
 * show is zero.
 */
export function heldIn(item: ItemUpdate, field: keyof ItemUpdate): string {
  return item[field] ?? (field === 'price' || field === 'cost' ? '0' : '');
}
