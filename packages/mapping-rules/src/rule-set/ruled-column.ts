import type { CompiledMacro } from '../macro/compiled-macro.js';
import type { MacroScope } from '../macro/macro-scope.js';
import type { CompiledPartNumbers } from '../part-number/compile-part-numbers.js';
import { reportWithin, type Report } from '../problem/compilation.js';
import type { CompiledTable } from '../table/compiled-table.js';
import { ruleColumns } from './rule-columns.js';
import type { RuleStep } from './compiled-rule-set.js';

/** One column of the result: how its value is made, and why it is what it is. */
export interface RuledColumn {
  readonly column: string;
  value(scope: MacroScope, lineType: string, report: Report): string;
  explain(
    scope: MacroScope,
    lineType: string,
    report: Report,
  ): { readonly value: string; readonly step: RuleStep };
}

export function partNumberColumn(numbers: CompiledPartNumbers): RuledColumn {
  const column = ruleColumns.partNumber;
  return {
    column,
    value: (scope, lineType, report) => numbers.resolve(scope, lineType, report).number,
    explain: (scope, lineType, report) => {
      const explained = numbers.explain(scope, lineType, report);
      const step = { kind: 'partNumber', column, path: '/partNumber', ...explained } as const;
      return { value: explained.partNumber.number, step };
    },
  };
}

export function tableColumn(column: string, path: string, table: CompiledTable): RuledColumn {
  return {
    column,
    value: (scope) => table.lookup(scope).value ?? '',
    explain: (scope) => {
      const trace = table.explain(scope);
      return { value: trace.answer.value ?? '', step: { kind: 'table', column, path, trace } };
    },
  };
}

export function macroColumn(column: string, path: string, macro: CompiledMacro): RuledColumn {
  return {
    column,
    value: (scope, _lineType, report) => macro.run(scope, reportWithin(path, report)),
    explain: (scope, _lineType, report) => {
      const explanation = macro.explain(scope);
      explanation.problems.forEach(reportWithin(path, report));
      return { value: explanation.value, step: { kind: 'macro', column, path, macro: explanation } };
    },
  };
}
