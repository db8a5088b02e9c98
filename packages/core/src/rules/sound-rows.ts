/**
 * The rows of a table of the settings that have a say. One without a key, and one whose key an earlier row has already,
 * has none: keys are compared without regard to case, surrounding space and Unicode composition.
 */
export function soundRows(table: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const taken = new Set(['']);
  return Object.fromEntries(
    Object.entries(table).filter(([key]) => {
      const compared = key.normalize('NFC').toLowerCase().normalize('NFC').trim();
      const isFirst = !taken.has(compared);
      taken.add(compared);
      return isFirst;
    }),
  );
}
