import { makeProblem } from '../problem/make-problem.js';
import { pointer } from '../problem/pointer.js';
import { shown } from '../problem/shown.js';
import type { Problem } from '../problem/problem.js';
import { compileTable } from '../table/compile-table.js';
import type { CompiledTable } from '../table/compiled-table.js';
import type { Table } from '../table/table.js';
import { columnKeys } from './rule-columns.js';
import type { RuleContext } from './rule-context.js';

/** More of them one after the other are no rule that anybody could follow. */
const mostFallbacks = 32;

type Tables = Readonly<Record<string, Table>>;

/**
 * Compiles the tables of one's own, each after the one that it falls back to. A table with problems has a place there,
 * too, so that whatever names it is no further problem.
 */
export function compileOwnTables(tables: Tables, context: RuleContext): ReadonlyMap<string, CompiledTable> {
  const none = emptyTable();
  const compiled = new Map(Object.keys(tables).map((name) => [name, none]));
  context.tables = compiled;
  const done = new Set<string>();
  const compile = (name: string | undefined): void => {
    const table = name === undefined || done.has(name) || !compiled.has(name) ? undefined : tables[name];
    if (name === undefined || table === undefined) return;
    done.add(name);
    const { fallback, ...alone } = table;
    const fault = fallbackFault(name, tables);
    if (fault === undefined) compile(fallback);
    else context.report(fault);
    const path = pointer(['tables', name]);
    compiled.set(name, context.table(path, fault === undefined ? table : alone, columnKeys.tables) ?? none);
  };
  for (const name of compiled.keys()) compile(name);
  return compiled;
}

/** Fallbacks that never end, or after too many. */
function fallbackFault(name: string, tables: Tables): Problem | undefined {
  const names = [name];
  let last: string | undefined = name;
  while (names.length <= mostFallbacks + 1) {
    last = Object.hasOwn(tables, last) ? tables[last]?.fallback : undefined;
    if (last === undefined) return undefined;
    names.push(last);
    if (names.indexOf(last) < names.length - 1) break;
  }
  const endless = names.length <= mostFallbacks + 1;
  return makeProblem(
    endless ? 'table.cyclicFallback' : 'rules.tooDeep',
    pointer(['tables', name, 'fallback']),
    `Its fallbacks ${endless ? 'never end' : 'are too many'}: ${shown(names.join(' → '))}.`,
    `at most ${mostFallbacks}, the last without fallback`,
  );
}

/** Stands for a table that does not compile; it never runs, because then no rule does. */
function emptyTable(): CompiledTable {
  return (compileTable({ rows: [] }, { key: columnKeys.tables }) as { readonly rule: CompiledTable }).rule;
}
