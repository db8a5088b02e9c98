import { characters } from '../macro/characters.js';
import { finishValue } from '../macro/finish-value.js';
import { hash8 } from '../macro/hash8.js';
import { makeProblem } from '../problem/make-problem.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import type { LengthPolicy } from '../rule-set/part-number-rules.js';

/** Length of what stands for the rest of a text: `-` and 8 characters. */
export const hashLength = 9;

/** A text within the policy's maximum; undefined: it is too long, and nothing is to be done about that. */
export function fitLength(text: string, { maximum, tooLong = 'error' }: LengthPolicy): string | undefined {
  if (text.length <= maximum || characters.count(text) <= maximum) return text;
  switch (tooLong) {
    case 'cut':
      return finishValue(characters.slice(text, 0, maximum), 'number');
    case 'hash':
      return `${characters.slice(text, 0, maximum - hashLength).trimEnd()}-${hash8(text)}`;
    case 'error':
      return undefined;
  }
}

export function tooLong(number: string, { maximum }: LengthPolicy, path: string): Problem {
  const expected = `at most ${maximum} characters`;
  const message = `The number ${shown(number)} is too long: expected ${expected}.`;
  return makeProblem('partNumber.tooLong', path, message, expected);
}
