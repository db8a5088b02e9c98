const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+\d.*)?$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]\d.*)?$/;
/** The zero of Windows' date type: what an empty date becomes on its way through some drivers. */
const zeroDate = '1899-12-30';

/**
 * `M/D/YYYY`, as QuoteWerks hands dates out, or `YYYY-MM-DD`, either with a time that is left out. Empty text: no
 * date. Undefined: no such day, or another form.
 */
export function parseDate(text: string): string | undefined {
  if (text === '') return '';
  const us = american.exec(text);
  const parts = us === null ? iso.exec(text)?.slice(1) : [us[3], us[1], us[2]];
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1) return undefined;
  const found = date.toISOString().slice(0, 10);
  return found === zeroDate ? '' : found;
}
