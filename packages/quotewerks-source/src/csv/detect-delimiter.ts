export type Delimiter = ',' | ';' | '\t';

/** The delimiter that occurs most often in the first row, outside quotes; the comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') break;
    else if (character === ',' || character === ';' || character === '\t') counts[character]++;
  }
  const candidates = [',', ';', '\t'] as const;
  return candidates.reduce((best, candidate) => (counts[candidate] > counts[best] ? candidate : best));
}
