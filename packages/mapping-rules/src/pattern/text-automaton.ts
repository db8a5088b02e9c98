import type { AnalysedAutomaton } from './analysed-automaton.js';
import { anyCharacter } from './character-set.js';

/** The automaton of one text in the folded form, or of all that begin with it. */
export function textAutomaton(text: string, continued: boolean): AnalysedAutomaton {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const end = codePoints.length;
  const sets = [[], ...codePoints.map((codePoint) => [codePoint, codePoint + 1])];
  const next = sets.map((_, place) => (place < end ? [place + 1] : continued ? [end + 1] : []));
  const accepting = sets.map((_, place) => place === end);
  if (!continued) return { sets, next, accepting, doubled: [] };
  return {
    sets: [...sets, anyCharacter],
    next: [...next, [end + 1]],
    accepting: [...accepting, true],
    doubled: [],
  };
}
