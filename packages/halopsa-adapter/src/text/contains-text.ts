import { singleBlanks } from './single-blanks.js';

/** True when the text contains the part, whatever the case, the accents and the blanks of either. */
export function containsText(text: string, part: string): boolean {
  return plain(text).includes(plain(part));
}

function plain(text: string): string {
  return singleBlanks(text)
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
