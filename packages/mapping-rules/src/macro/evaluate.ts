import type { Report } from '../problem/compilation.js';
import { makeProblem } from '../problem/make-problem.js';
import { shown } from '../problem/shown.js';
import type { ExplainedAlternative, ExplainedStep } from './compiled-macro.js';
import type { Alternative, Expression, ValueSource } from './expression.js';
import { fieldValue } from './field-value.js';
import type { MacroScope } from './macro-scope.js';

/**
 * The first alternative that is not empty. Undefined: a filter has refused a value, and `refuse` was told why. `trace` takes
 * how each alternative came to be taken or passed over.
 */
export function evaluate(
  { alternatives }: Expression,
  scope: MacroScope,
  refuse: Report,
  trace?: ExplainedAlternative[],
): string | undefined {
  let value: string | undefined = '';
  for (const alternative of alternatives) {
    if (value === '') value = valueOf(alternative, scope, refuse, trace);
    else if (trace === undefined) return value;
    else trace.push({ text: alternative.text, taken: false, value: undefined, steps: [] });
  }
  return value;
}

function valueOf(
  { text, source, filters }: Alternative,
  scope: MacroScope,
  refuse: Report,
  trace: ExplainedAlternative[] | undefined,
): string | undefined {
  const inner: ExplainedAlternative[] | undefined = trace && [];
  const steps: ExplainedStep[] | undefined = trace && [];
  let value = sourceValue(source, scope, refuse, inner);
  for (const filter of filters) {
    if (value === undefined) break;
    const result = filter.transform(value);
    if (typeof result === 'string') {
      value = result;
      steps?.push({ filter: filter.text, value });
    } else {
      const { code, expected } = result;
      const message = `The filter ${shown(filter.text)} does not take ${shown(value)}.`;
      refuse(makeProblem(code, '', message, expected, { position: filter.position }));
      value = undefined;
    }
  }
  if (value !== undefined) value = fieldValue(value);
  if (trace !== undefined && steps !== undefined) {
    const group = source.kind === 'group' && inner !== undefined ? { alternatives: inner } : undefined;
    trace.push({ text, taken: value !== undefined && value !== '', value, steps, ...group });
  }
  return value;
}

function sourceValue(
  source: ValueSource,
  scope: MacroScope,
  refuse: Report,
  trace: ExplainedAlternative[] | undefined,
): string | undefined {
  switch (source.kind) {
    case 'field':
      return fieldValue(scope[source.area][source.field]);
    case 'text':
      return source.text;
    case 'table':
      return fieldValue(source.table.lookup(scope).value);
    case 'group':
      return evaluate(source.expression, scope, refuse, trace);
  }
}
