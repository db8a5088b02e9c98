import type { OwnProblemCode } from './own-problem-codes.js';
import type { Problem, ProblemCode } from '@quotebridge/mapping-rules';

/** A problem with the place in the file that it is about. */
export interface LocatedProblem {
  /** As it was named on the command line. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly severity: Problem['severity'];
  readonly code: ProblemCode | OwnProblemCode;
  readonly message: string;
  /** JSON pointer into the rules. */
  readonly path: string;
  readonly expected: string;
  readonly suggestions: readonly string[];
}
