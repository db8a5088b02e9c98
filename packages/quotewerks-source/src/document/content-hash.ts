/**
 * 64 bits of FNV-1a over the text's UTF-16 code units, in two halves, as 14 characters. Not for secrets: it only has
 * to tell the lines of one document apart, the same way on every machine and in every version.
 */
export function contentHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}
