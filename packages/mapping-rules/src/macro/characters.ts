/**
 * Parts of texts, counted in characters as people do: a pair of surrogates is one (😀), so that no text is cut within.
 */
export const characters = {
  count: (text: string): number => {
    let count = 0;
    for (let at = 0; at < text.length; at = behind(text, at)) count++;
    return count;
  },
  /** At most `length` characters from the one at `start` (from 0) on. */
  slice: (text: string, start: number, length: number): string => {
    const from = walk(text, 0, start);
    return text.slice(from, walk(text, from, length));
  },
  last: (text: string, length: number): string =>
    text.slice(walk(text, 0, text.length <= length ? 0 : characters.count(text) - length)),
};

/** Where the text goes on behind so many characters. */
function walk(text: string, from: number, length: number): number {
  let at = from;
  for (let left = length; left > 0 && at < text.length; left--) at = behind(text, at);
  return at;
}

/** Only a first half is asked for a second one: most texts have neither. */
function behind(text: string, at: number): number {
  return at + (text.charCodeAt(at) >= 0xd800 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
