import type { Problem } from '../problem/problem.js';
import type { ExplainedAlternative, ExplainedPart, MacroExplanation } from './compiled-macro.js';
import { evaluate } from './evaluate.js';
import { fieldValue } from './field-value.js';
import { finishValue } from './finish-value.js';
import type { MacroPart } from './macro-part.js';
import type { MacroScope } from './macro-scope.js';
import { tooLongResult } from './too-long-result.js';

/** What `run` gives, part by part. */
export function explainMacro(
  parts: readonly MacroPart[],
  purpose: 'number' | 'text',
  scope: MacroScope,
): MacroExplanation {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const explained = parts.map((part) => explainPart(part, scope, report));
  let value = '';
  try {
    if (problems.length === 0) value = finishValue(explained.map((part) => part.value).join(''), purpose);
  } catch (error) {
    value = tooLongResult(error, report);
  }
  return { value, parts: explained, problems };
}

function explainPart(part: MacroPart, scope: MacroScope, report: (problem: Problem) => void): ExplainedPart {
  switch (part.kind) {
    case 'literal':
      return { ...part, value: part.text };
    case 'field':
      return { ...part, value: fieldValue(scope[part.area][part.field]) };
    case 'expression': {
      const alternatives: ExplainedAlternative[] = [];
      const value = evaluate(part.expression, scope, report, alternatives) ?? '';
      return { kind: 'expression', token: part.token, value, alternatives };
    }
  }
}
