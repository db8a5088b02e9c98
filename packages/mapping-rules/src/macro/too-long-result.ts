import type { Report } from '../problem/compilation.js';
import { makeProblem } from '../problem/make-problem.js';

/** What becomes of a macro whose result no engine can hold: it is empty. Any other error is not ours. */
export function tooLongResult(error: unknown, report: Report | undefined): string {
  if (!(error instanceof RangeError)) throw error;
  const expected = 'a result that fits into memory';
  report?.(makeProblem('macro.tooLong', '', 'The values together are too long for one text.', expected));
  return '';
}
