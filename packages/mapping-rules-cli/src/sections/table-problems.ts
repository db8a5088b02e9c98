import type { TableFile } from './read-table-file.js';
import { Failure } from '../errors/failure.js';
import type { LocatedProblem } from '../rules/located-problem.js';
import { counted, nearestTo } from '@quotebridge/command-line/terminal';
import type { Problem } from '@quotebridge/mapping-rules';

/**
 * Problems of a table that was to become rules, at the lines of the file that it comes from.
 *
 * @param recordOf the record that a row of the rules comes from
 */
export function tableFailure(
  problems: readonly Problem[],
  file: Pick<TableFile, 'path' | 'columns' | 'lineOf'>,
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
    next: located.some(({ code }) => code === 'data.unknownColumn')
      ? headingsNext(file.columns)
      : 'Correct these rows.',
  });
}

/** What to do about the first line of a table. */
function headingsNext(columns: readonly string[]): string {
  const named = columns.map((column) => column.trim()).filter((column) => column !== '');
  const meant = named.filter((column) => column.toLowerCase() !== 'comment');
  if (meant.some((column) => column.toLowerCase() === 'value'))
    return 'Correct the headings in its first line.';
  const [near = meant.at(-1)] = nearestTo('value', meant);
  const such = near === undefined ? '' : `, such as “${near}”,`;
  return `Rename the column that the rules give${such} to “value” in the first line.`;
}
