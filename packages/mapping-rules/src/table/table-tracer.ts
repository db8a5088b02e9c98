import type { MacroScope } from '../macro/macro-scope.js';
import type { TableTrace } from './compiled-table.js';
import type { FallbackAnswers } from './fallback-answers.js';
import { LazyTrace } from './lazy-trace.js';
import type { OwnAnswers } from './own-answers.js';
import { NearRows } from './near-rows.js';
import type { ReadTable } from './read-table.js';
import { remembered, RememberedAnswers } from './remembered-answers.js';
import { wholeValueForm } from './whole-values.js';

/** Explains lookups. What costs time is worked out when it is read. */
export function tableTracer(
  table: ReadTable,
  own: OwnAnswers,
  fallback: FallbackAnswers | undefined,
): (scope: MacroScope, key?: string) => TableTrace {
  const near = new NearRows(table);
  // Rows that compare one value as a whole have small traces, which share what they tell.
  const seen = wholeValueForm(table) && new RememberedAnswers<TableTrace>(near.size + remembered);
  return (scope, key) => {
    const values = own.valuesOf(scope, key);
    const known = seen?.get(values);
    if (known !== undefined) return known;
    const answer = own.ask(scope, key);
    if (fallback !== undefined && answer.matched !== 'row') {
      const further = fallback.explain(scope, key);
      return new LazyTrace(near, values, further.answer, further.trace);
    }
    const trace = new LazyTrace(near, values, answer);
    if (answer.row !== undefined) seen?.set(values, Object.freeze(trace));
    return trace;
  };
}
