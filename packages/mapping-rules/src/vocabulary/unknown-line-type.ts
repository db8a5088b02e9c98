import { makeProblem } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import { lineTypeOf, lineTypes } from './line-types.js';

/** What is wrong with a text that stands for no line type; undefined: nothing. */
export function unknownLineType(text: string): Problem | undefined {
  if (lineTypeOf(text) !== undefined) return undefined;
  return makeProblem('data.wrongValue', '', `There is no line type ${shown(text)}.`, lineTypes.join(', '), {
    suggestions: nearestNames(text, lineTypes),
  });
}
