import { makeProblem } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import type { Compilation } from '../problem/compilation.js';
import type { Problem } from '../problem/problem.js';
import type { CompiledTable, TableAnswer } from './compiled-table.js';
import { fallbackAnswers } from './fallback-answers.js';
import { ownAnswers } from './own-answers.js';
import { readTable, type ReadTable } from './read-table.js';
import { shown } from '../problem/shown.js';
import type { TableOptions } from './table-options.js';
import { tableTracer } from './table-tracer.js';
import type { Table } from './table.js';

/**
 * Compiles a mapping table such as ItemType → product group. Rows are indexed, so that a lookup costs the same however
 * many there are; a spelling seen before costs one `Map` access a field.
 */
export function compileTable(table: Table, options: TableOptions): Compilation<CompiledTable> {
  const read = readTable(table, options);
  if (read.problems.some(({ code }) => code.startsWith('rules.')))
    return { ok: false, problems: read.problems };
  const fallback = table.fallback === undefined ? undefined : options.tables?.get(table.fallback);
  const problems =
    table.fallback === undefined || fallback !== undefined
      ? read.problems
      : [...read.problems, unknownTable(table.fallback, options)];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rule: compiled(table, read, fallback), problems: [] };
}

function compiled(table: Table, read: ReadTable, fallback: CompiledTable | undefined): CompiledTable {
  const otherwise: TableAnswer = Object.freeze(
    table.default === undefined
      ? { matched: 'none', value: undefined, row: undefined }
      : { matched: 'default', value: table.default, row: undefined },
  );
  const own = ownAnswers(read, otherwise);
  const beyond =
    fallback === undefined
      ? undefined
      : fallbackAnswers(table.fallback ?? '', fallback, read.key.text, otherwise);
  const explain = tableTracer(read, own, beyond);
  return {
    size: read.rows.length,
    key: read.key.text,
    fields: [...new Set([...read.fields.map(({ text }) => text), ...(fallback?.fields ?? [])])],
    alwaysAnswers: table.default !== undefined || fallback?.alwaysAnswers === true,
    pathOf: read.pathOf,
    lookup:
      beyond === undefined
        ? own.ask
        : (scope, key) => {
            const answer = own.ask(scope, key);
            return answer === otherwise ? beyond.ask(scope, key) : answer;
          },
    lookupKey:
      beyond === undefined
        ? own.askKey
        : (key) => {
            const answer = own.askKey(key);
            return answer === otherwise ? beyond.ask({ line: {}, header: {}, application: {} }, key) : answer;
          },
    explain,
  };
}

function unknownTable(name: string, { tables }: TableOptions): Problem {
  const suggestions = nearestNames(name, tables?.keys() ?? []);
  const message = `There is no table ${shown(name)}.`;
  return makeProblem('table.unknownTable', '/fallback', message, 'the name of a table under “tables”', {
    suggestions,
  });
}
