import { compileMacro, RuleError, type CompiledMacro } from '@quotebridge/mapping-rules';
import { ruleConflict } from '../datalink/rule-conflict.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { knownHeaderFields } from './known-columns.js';
import { headerFields } from './line-scope.js';
import type { SettingsFault } from './settings-fault.js';
import { untoldColumn } from './untold-column.js';

type SummaryPolicy = Pick<PushPolicy, 'opportunity'>;

/** The item number of summary lines: a macro over the header. Empty when the macro gives nothing. */
export function summaryPartNumber(
  document: QuoteDocument,
  policy: SummaryPolicy,
): { readonly number: string } | { readonly conflict: Conflict } {
  const header = headerFields(document);
  const compiled = compile(policy, [...new Set([...Object.keys(header), ...knownHeaderFields])]);
  if ('conflict' in compiled) return compiled;
  return { number: compiled.macro.run({ line: {}, header, application: {} }) };
}

/** What is wrong with the macro whatever the document. */
export function summaryPartNumberFaults(policy: SummaryPolicy): readonly SettingsFault[] {
  const { lineHandling, writeProducts } = policy.opportunity;
  if (lineHandling !== 'summary' || !writeProducts) return [];
  const compiled = compile(policy, knownHeaderFields);
  return 'conflict' in compiled ? [untoldColumn(compiled.fault, ['&DH_'], compiled.conflict)] : [];
}

/** Summary lines have no line of the document: only the header is there. */
function compile(
  { opportunity }: SummaryPolicy,
  header: readonly string[],
): { readonly macro: CompiledMacro } | { readonly conflict: Conflict; readonly fault: RuleError } {
  try {
    return { macro: compileMacro(opportunity.summaryPartNumber, { line: [], header, application: [] }) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { conflict: ruleConflict(error, 'opportunity.summaryPartNumber'), fault: error };
  }
}
