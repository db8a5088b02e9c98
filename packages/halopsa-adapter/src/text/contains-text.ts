/** True when the text contains the part, whatever the case and the accents of either. */
export function containsText(text: string, part: string): boolean {
  return plain(text).includes(plain(part.trim()));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
