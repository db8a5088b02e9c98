import type { TableFile } from './read-table-file.js';
import { Failure } from '../errors/failure.js';
import type { LocatedProblem } from '../rules/located-problem.js';
import { counted } from '@quotebridge/command-line/terminal';
import type { Problem } from '@quotebridge/mapping-rules';

/**
 * Problems of a table that was to become rules, at the lines of the file that it comes from.
 *
 * @param recordOf the record that a row of the rules comes from
 */
export function tableFailure(
  problems: readonly Problem[],
  file: Pick<TableFile, 'path' | 'lineOf'>,
  recordOf: (row: number) => number | undefined = (row) => row,
): Failure {
  const located = problems.map((problem): LocatedProblem => {
    const { severity, code, message, path, expected, suggestions } = problem;
    const row = /\/rows\/(\d+)(?:\/|$)/.exec(path)?.[1];
    const record = row === undefined ? undefined : recordOf(Number(row));
    const line = problem.line ?? (record === undefined ? 1 : file.lineOf(record));
    return { file: file.path, line, column: 1, severity, code, message, path, expected, suggestions };
  });
  const errors = counted(problems.filter(({ severity }) => severity === 'error').length, 'error');
  return new Failure('rules.invalid', `The table “${file.path}” has ${errors}; nothing was written.`, {
    problems: located,
    next: 'Correct these rows.',
  });
}
