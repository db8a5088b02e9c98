import { analysedAutomaton } from '../pattern/analysed-automaton.js';
import { explosiveText } from '../pattern/explosive-text.js';
import { Work } from '../pattern/work.js';
import { makeProblem } from '../problem/make-problem.js';
import { makeWarning } from '../problem/make-warning.js';
import type { Problem } from '../problem/problem.js';
import { ambiguousRows, type AmbiguousRow } from './ambiguous-rows.js';
import { readTable, type ReadTable } from './read-table.js';
import { RowAsQuestion } from './row-as-question.js';
import { RowIndex } from './row-index.js';
import { shown } from '../problem/shown.js';
import type { ReadRow } from './table-condition.js';
import type { TableOptions } from './table-options.js';
import type { Table } from './table.js';
import { unreachableEnd } from './unreachable-end.js';

/** Steps of comparing patterns with each other: seconds at most. */
const maximumWork = 2_000_000;

/**
 * What a table says that cannot be meant: patterns that explode, rows that never decide because earlier ones match all
 * that they match, rows whose patterns overlap, and a default that is never given. Of a table that does not compile only
 * the first.
 */
export function lintTable(table: Table, options: TableOptions): readonly Problem[] {
  const read = readTable(table, options);
  const work = new Work(maximumWork);
  const explosive = explosivePatterns(read.rows, work);
  if (read.problems.length > 0) return explosive;
  const shadows = shadowedRows(read.rows, work);
  return [
    ...explosive,
    ...[...shadows].map(([row, by]) => {
      const message = `Row ${row + 1} never decides: row ${by + 1} comes first and matches all that it matches.`;
      return makeWarning('table.shadowedRow', read.pathOf(row), message, 'the narrower row first');
    }),
    ...ambiguousRows(read.rows, new Set(shadows.keys()), work).map((found) => ambiguity(found, read)),
    ...unreachableEnd(table, read.rows, options, work),
  ];
}

function ambiguity({ row, earlier, field, text }: AmbiguousRow, { fields, pathOf }: ReadTable): Problem {
  const value = `${fields[field]?.text ?? ''} ${shown(text)}`;
  const message = `Rows ${earlier + 1} and ${row + 1} both match ${value}; row ${earlier + 1} decides because it comes first.`;
  const expected = 'patterns of which no value matches both, or one that includes the other';
  return makeWarning('table.ambiguousRows', pathOf(row), message, expected);
}

/** Patterns such as `(a+)+`: mistakes, and dangerous in every other program, although they do no harm here. */
function explosivePatterns(rows: readonly ReadRow[], work: Work): readonly Problem[] {
  return rows.flatMap(({ row, conditions }) =>
    conditions.flatMap(({ pattern, text, path = '' }) => {
      const repeated = pattern && explosiveText(analysedAutomaton(pattern.automaton), work);
      if (repeated === undefined) return [];
      const message = `Row ${row + 1}, pattern ${shown(text)}: the more often “${repeated}” is repeated in a value, the more ways there are to read it, twice as many or more each time.`;
      return [
        makeProblem('pattern.explosive', path, message, 'one repetition for one thing: “a+”, not “(a+)+”'),
      ];
    }),
  );
}

/** Rows that an earlier one leaves nothing to, and that one. */
function shadowedRows(rows: readonly ReadRow[], work: Work): ReadonlyMap<number, number> {
  const index = new RowIndex<number>();
  const shadowed = new Map<number, number>();
  for (const { row, conditions } of rows) {
    if (work.exhausted) break;
    const by = index.first(new RowAsQuestion(conditions, work));
    if (by !== undefined) shadowed.set(row, by);
    index.add(row, conditions, row);
  }
  return shadowed;
}
