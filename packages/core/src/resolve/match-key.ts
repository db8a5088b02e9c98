/** The form in which names of people and companies are compared: blanks, case and Unicode spelling do not count. */
export function matchKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
