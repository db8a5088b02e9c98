import { isCovered } from '../pattern/is-covered.js';
import { textAutomaton } from '../pattern/text-automaton.js';
import type { Work } from '../pattern/work.js';
import { makeWarning } from '../problem/make-warning.js';
import type { Problem } from '../problem/problem.js';
import { automatonOfCondition } from './implied-condition.js';
import type { ReadRow } from './table-condition.js';
import type { TableOptions } from './table-options.js';
import type { Table } from './table.js';

/** More rows than these are not put together. */
const comparedRows = 100;

/** What stands after the rows, and is never reached because they match everything. */
export function unreachableEnd(
  table: Table,
  rows: readonly ReadRow[],
  { tables }: TableOptions,
  work: Work,
): readonly Problem[] {
  const expected = 'rows that leave something over';
  const problem = (path: string, message: string) =>
    makeWarning('table.unreachableDefault', path, message, expected);
  if (matchEverything(rows, work)) {
    return [
      ...(table.fallback === undefined
        ? []
        : [problem('/fallback', 'The fallback table is never asked: the rows match every value.')]),
      ...(table.default === undefined
        ? []
        : [problem('/default', 'The default is never given: the rows match every value.')]),
    ];
  }
  const fallback = table.fallback === undefined ? undefined : tables?.get(table.fallback);
  if (table.default === undefined || fallback?.alwaysAnswers !== true) return [];
  const message = 'The default is never given: the fallback table has an answer for everything.';
  return [makeWarning('table.unreachableDefault', '/default', message, 'one of the two defaults')];
}

/** Do rows with one condition on the same field, together, leave no value of it over? */
function matchEverything(rows: readonly ReadRow[], work: Work): boolean {
  const alone = rows.flatMap(({ conditions: [condition, more] }) =>
    condition === undefined ||
    more !== undefined ||
    condition.mode === 'exact' ||
    condition.mode === 'anyCase'
      ? []
      : [condition],
  );
  const fields = new Set(alone.filter(({ mode }) => mode === 'pattern').map(({ field }) => field));
  return [...fields].some((field) => {
    const outer = alone.filter((condition) => condition.field === field).map(automatonOfCondition);
    return outer.length <= comparedRows && isCovered(textAutomaton('', true), outer, work);
  });
}
