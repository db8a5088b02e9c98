/** Without blanks around it, and with one where several stand. */
export function singleBlanks(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
