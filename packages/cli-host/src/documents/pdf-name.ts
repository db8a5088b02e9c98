/** Name of a document's PDF on every system: what a file name must not hold becomes `_`. */
export function pdfName(number: string): string {
  const safe = number
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '_')
    .trim()
    .replace(/^\.+/, (dots) => '_'.repeat(dots.length));
  // Names that Windows keeps for devices, whatever their ending.
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe);
  return `${reserved ? '_' : ''}${safe === '' ? 'document' : safe}.pdf`;
}
