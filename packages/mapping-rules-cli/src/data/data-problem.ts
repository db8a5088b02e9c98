import type { Problem, ProblemCode } from '@quotebridge/mapping-rules';

/** What is wrong with one line of the data. */
export function dataProblem(
  code: ProblemCode & `data.${string}`,
  line: number,
  message: string,
  expected: string,
): Problem {
  return { code, severity: 'error', message, path: '', line, expected, suggestions: [] };
}
