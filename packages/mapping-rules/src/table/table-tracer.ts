import type { MacroScope } from '../macro/macro-scope.js';
import type { TableTrace } from './compiled-table.js';
import type { FallbackAnswers } from './fallback-answers.js';
import { LazyTrace } from './lazy-trace.js';
import type { OwnAnswers } from './own-answers.js';
import { NearRows } from './near-rows.js';
import type { ReadTable } from './read-table.js';

/** Explains lookups. What costs time is worked out when it is read. */
export function tableTracer(
  table: ReadTable,
  own: OwnAnswers,
  fallback: FallbackAnswers | undefined,
): (scope: MacroScope, key?: string) => TableTrace {
  const near = new NearRows(table);
  return (scope, key) => {
    const answer = own.ask(scope, key);
    const values = own.valuesOf(scope, key);
    if (fallback === undefined || answer.matched === 'row') return new LazyTrace(near, values, answer);
    const further = fallback.explain(scope, key);
    return new LazyTrace(near, values, further.answer, further.trace);
  };
}
