import type { StoredAttachment } from '../contract/records.js';

/** Whether the PSA holds the whole file: one that carries our marker but lost its content on the way does not count. */
export function isSameFile(
  stored: StoredAttachment,
  file: { readonly marker: string; readonly size: number },
): boolean {
  return stored.marker === file.marker && (stored.size === undefined || stored.size === file.size);
}
