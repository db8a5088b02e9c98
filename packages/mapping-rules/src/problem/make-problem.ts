import type { Problem } from './problem.js';
import type { RunCode } from './problem-codes.js';

/** More of them in one document say nothing new; what would find them is not looked at. */
export const mostProblems = 1000;

interface More extends Partial<Pick<Problem, 'position' | 'suggestions' | 'line'>> {
  /** The suggestions as the message has them; left out: as they are. */
  readonly shown?: readonly string[];
}

/** A problem with the severity of its code. The message ends by asking whether one of the suggestions was meant. */
export function makeProblem(
  code: RunCode,
  path: string,
  message: string,
  expected: string,
  { suggestions = [], shown = suggestions, ...more }: More = {},
): Problem {
  const hint = shown.length === 0 ? '' : ` Did you mean ${shown.join(' or ')}?`;
  const severity = code === 'macro.nameCut' ? 'warning' : 'error';
  return { code, severity, message: message + hint, path, expected, suggestions, ...more };
}

/** The same problem, addressed within the rule that holds what it is about. */
export function within(path: string, problem: Problem): Problem {
  return { ...problem, path: path + problem.path };
}
