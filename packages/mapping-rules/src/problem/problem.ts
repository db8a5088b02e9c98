import type { ProblemCode } from './problem-codes.js';

/**
 * Something wrong with a rule, or with a value that a rule was given. Nothing in this package raises it: compiling and
 * running answer with problems beside the result, all of them at once.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** A rule with an `error` does not run; a `warning` may be meant. */
  readonly severity: 'error' | 'warning';
  /** Names the thing and says what is wrong with it, in one or two sentences. */
  readonly message: string;
  /** JSON pointer into the rules: `/partNumber/generation/macro`, `/productGroups/rows/3/when`. Empty: the whole. */
  readonly path: string;
  /** Where in the text at `path`, counted in UTF-16 units from 0. */
  readonly position?: number;
  /** Line of the file that the rules or the data come from, from 1; whoever has read the file adds it. */
  readonly line?: number;
  /** What would have been right. */
  readonly expected: string;
  /** Names that were probably meant, the nearest first. */
  readonly suggestions: readonly string[];
}
