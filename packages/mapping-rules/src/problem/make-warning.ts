import type { LintCode } from './problem-codes.js';
import type { Problem } from './problem.js';

/** What the tools have to say about rules that run. */
export function makeWarning(code: LintCode, path: string, message: string, expected: string): Problem {
  return { code, severity: 'warning', message, path, expected, suggestions: [] };
}
