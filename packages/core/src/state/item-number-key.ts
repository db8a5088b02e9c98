/** The form in which item numbers are compared: without surrounding blanks, case and Unicode spelling. */
export function itemNumberKey(number: string): string {
  return number.normalize('NFC').trim().toLowerCase();
}
