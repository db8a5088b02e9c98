/** A text of punctuation alone (`:`) identifies nothing and counts as empty. */
export function orEmpty(text: string): string {
  const first = text.charCodeAt(0) | 0x20;
  if (first >= 0x61 && first <= 0x7a) return text;
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}
