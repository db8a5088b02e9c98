/** The form in which keys are compared: Unicode-normalised (NFC), lower case, no surrounding space. */
export function tableKey(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC').trim();
}
