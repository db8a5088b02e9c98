import LineBreaker from 'linebreak';
import { directionOf, type Direction } from './visual-runs.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line on the page, in the order in which it is read. */
export interface SetLine {
  readonly text: string;
  /** Of the paragraph that it belongs to. */
  readonly direction: Direction;
}

/**
 * Lines of a text that are at most that wide, by the rules of Unicode for where a line may end. A word that is too long
 * for a line is cut.
 *
 * @param text without control characters other than `\n`
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): readonly SetLine[] {
  const lines: SetLine[] = [];
  for (const paragraph of text.split('\n')) {
    const direction = directionOf(paragraph);
    let line = '';
    let used = 0;
    const flush = (): void => {
      lines.push({ text: line.trimEnd(), direction });
      line = '';
      used = 0;
    };
    for (const piece of piecesOf(paragraph)) {
      const word = piece.trimEnd();
      const needed = widthOf(word);
      if (line !== '' && used + needed > width) flush();
      if (needed > width) {
        for (const part of cut(word, width, widthOf)) {
          if (line !== '') flush();
          line = part;
        }
        line += piece.slice(word.length);
        used = widthOf(line);
      } else {
        line += piece;
        used += widthOf(piece);
      }
    }
    flush();
  }
  return lines;
}

function* piecesOf(paragraph: string): Iterable<string> {
  const breaker = new LineBreaker(paragraph);
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    yield paragraph.slice(from, next.position);
    from = next.position;
  }
}

/** A word in parts that fit, never within a character. */
function* cut(word: string, width: number, widthOf: (text: string) => number): Iterable<string> {
  let part = '';
  let used = 0;
  for (const { segment } of segmenter.segment(word)) {
    const needed = widthOf(segment);
    if (part !== '' && used + needed > width) {
      yield part;
      part = '';
      used = 0;
    }
    part += segment;
    used += needed;
  }
  yield part;
}
