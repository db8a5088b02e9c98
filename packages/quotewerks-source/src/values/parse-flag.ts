const yes = new Set(['1', '-1', 'y', 'yes', 'true']);
const no = new Set(['', '0', 'n', 'no', 'false']);

/** Yes or no as databases and spreadsheets write it; undefined when it is neither. */
export function parseFlag(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
