/** Trims what a macro gave. As a number, a text of punctuation alone (`:`) identifies nothing and counts as empty. */
export function finishValue(joined: string, purpose: 'number' | 'text'): string {
  const value = joined.trim();
  return purpose === 'text' || /[\p{L}\p{N}]/u.test(value) ? value : '';
}
