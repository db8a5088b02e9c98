import createBidi from 'bidi-js';

export type Direction = 'ltr' | 'rtl';

const bidi = createBidi();
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** How a paragraph is read, by its first letter. */
export function directionOf(paragraph: string): Direction {
  if (!rightToLeft.test(paragraph)) return 'ltr';
  const level = bidi.getEmbeddingLevels(paragraph, 'auto').paragraphs[0]?.level ?? 0;
  return level % 2 === 1 ? 'rtl' : 'ltr';
}

/** Parts of a line from left to right, each to be set by itself. A font turns the letters of a word itself. */
export function visualRuns(line: string, direction: Direction): readonly string[] {
  if (direction === 'ltr' && !rightToLeft.test(line)) return [line];
  const embedding = bidi.getEmbeddingLevels(line, direction);
  const indices = bidi.getReorderedIndices(line, embedding);
  const runs: string[] = [];
  for (let at = 0; at < indices.length;) {
    const level = levelAt(at);
    let end = at + 1;
    while (end < indices.length && levelAt(end) === level) end += 1;
    const part = indices.slice(at, end);
    const text = line.slice(Math.min(...part), Math.max(...part) + 1);
    if (level % 2 === 0) runs.push(text);
    else runs.push(...turned(text));
    at = end;
  }
  return runs;

  function levelAt(at: number): number {
    return embedding.levels[indices[at] ?? 0] ?? 0;
  }
}

/** Words of a text that is read from the right, from left to right. */
function turned(text: string): readonly string[] {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character)
    .join('')
    .split(/(\s+)/)
    .filter((word) => word !== '')
    .map((word) => (rightToLeft.test(word) ? word : Array.from(word).reverse().join('')))
    .reverse();
}
