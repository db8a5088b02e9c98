import type { Refusal } from './refusal.js';

/**
 * The text of a file in UTF-8, with or without byte order mark. Any other encoding is refused: guessing would turn
 * letters into others.
 *
 * @throws what `refuse` makes of it
 */
export function utf8Text(bytes: Uint8Array, path: string, purpose: string, refuse: Refusal): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(`The ${purpose} “${path}” is not written in UTF-8.`, {
      faults: [{ at: path, expected: 'text in UTF-8' }],
      next: 'Save it in UTF-8; nothing was written.',
    });
  }
}
