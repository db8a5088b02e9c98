import { pointer } from '../problem/pointer.js';
import type { CompiledRuleSet, RuleStep } from '../rule-set/compiled-rule-set.js';
import { tableAt } from '../rule-set/table-at.js';
import type { TableAnswer } from '../table/compiled-table.js';

/**
 * The rule that made a column, as a JSON pointer into the rules: `/productGroups/rows/3`, `/users/default`,
 * `/partNumber/generation/macro`; the section when none of its rules did.
 */
export function ruleBehind({ tables }: CompiledRuleSet, step: RuleStep): string {
  if (step.kind === 'macro') return step.path;
  if (step.kind === 'table') return answerPath(tables, step.path, step.trace.answer);
  const { reason } = step.partNumber;
  switch (reason.source) {
    case 'field':
      return `${step.path}/field`;
    case 'macro':
      return reason.path;
    case 'fallback':
      return step.path + pointer(['fallbackByLineType', reason.lineType]);
    case 'none':
      return reason.because === 'tooLong' ? `${step.path}/length` : step.path;
  }
}

/** A row or default, that of the fallback table when it was that one that answered. */
function answerPath(tables: CompiledRuleSet['tables'], section: string, answer: TableAnswer): string {
  if (answer.matched === 'none') return section;
  const path = answer.table === undefined ? section : pointer(['tables', answer.table]);
  if (answer.matched === 'default') return `${path}/default`;
  return path + (tableAt(tables, path)?.pathOf(answer.row) ?? '');
}
