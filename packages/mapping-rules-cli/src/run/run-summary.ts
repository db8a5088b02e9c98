import type { MissingField } from '../data/found-fields.js';
import type { ProblemTally, TalliedProblem } from '../data/problem-tally.js';

/** What `run` tells programs about its work. */
export interface RunSummary {
  readonly lines: number;
  /** Lines with an error. */
  readonly failed: number;
  readonly seconds: number;
  readonly problems: readonly TalliedProblem[];
  /** Fields that the rules read and no line has. */
  readonly missing: readonly MissingField[];
}

/** @param milliseconds that the work took */
export function runSummary(
  { lines, failed, problems }: ProblemTally,
  missing: readonly MissingField[],
  milliseconds: number,
): RunSummary {
  return { lines, failed, seconds: Math.round(milliseconds / 10) / 100, problems, missing };
}
