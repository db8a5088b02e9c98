/**
 * A value as macros see it, trimmed. Anything but a text counts as absent: names such as `constructor` find an inherited
 * function in a plain object. A text with plain ASCII at both ends, which most have, needs no trimming.
 */
export function fieldValue(value: unknown): string {
  if (typeof value !== 'string' || value.length === 0) return '';
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  return first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f ? value : value.trim();
}
