import type { MacroScope } from '../macro/macro-scope.js';
import type { CompiledTable, TableAnswer, TableTrace } from './compiled-table.js';

/** What another table says for lines that no row of this one matches. */
export interface FallbackAnswers {
  /** @returns `otherwise` when that table has no answer either */
  ask(scope: MacroScope, key?: string): TableAnswer;
  explain(scope: MacroScope, key?: string): { readonly answer: TableAnswer; readonly trace: TableTrace };
}

export function fallbackAnswers(
  name: string,
  table: CompiledTable,
  key: string,
  otherwise: TableAnswer,
): FallbackAnswers {
  const named = new WeakMap<TableAnswer, TableAnswer>();
  const withName = (answer: TableAnswer): TableAnswer => {
    if (answer.matched === 'none') return otherwise;
    const known = named.get(answer);
    if (known !== undefined) return known;
    const made: TableAnswer = Object.freeze({ ...answer, table: answer.table ?? name });
    named.set(answer, made);
    return made;
  };
  // A key that was given is one of this table's field; the other table may compare another.
  const own = (given: string | undefined) => (table.key === key ? given : undefined);
  return {
    ask: (scope, given) => withName(table.lookup(scope, own(given))),
    explain: (scope, given) => {
      const trace = table.explain(scope, own(given));
      return { answer: withName(trace.answer), trace };
    },
  };
}
