import {
  compilePartNumberRule,
  partNumberFaults,
  type CompiledPartNumberRule,
  type MacroVocabulary,
  type PartNumberRule,
  type RuleError,
} from '@quotebridge/mapping-rules';
import { ruleConflict, settingAt } from '../datalink/rule-conflict.js';
import type { Conflict } from '../plan/plan.js';
import type { PushPolicy } from '../settings/push-policy.js';

/** Where item numbers come from by the settings, or everything that is wrong with them. */
export function partNumberRule(
  policy: PushPolicy,
  vocabulary: MacroVocabulary,
):
  | { readonly rule: CompiledPartNumberRule }
  | { readonly conflicts: readonly Conflict[]; readonly faults: readonly RuleError[] } {
  const { itemNumberField, partNumberGeneration, emptyPartNumbers } = policy.products;
  const rule: PartNumberRule = {
    field: itemNumberField,
    generation: partNumberGeneration,
    fallbackByLineType: { ...emptyPartNumbers },
    vocabulary,
  };
  const faults = partNumberFaults(rule);
  if (faults.length === 0) return { rule: compilePartNumberRule(rule) };
  return { faults, conflicts: faults.map(partNumberConflict) };
}

export function partNumberConflict(fault: RuleError): Conflict {
  return ruleConflict(fault, settingOf(fault));
}

function settingOf({ path = '' }: RuleError): string {
  return path.startsWith('/generation')
    ? settingAt('products.partNumberGeneration', path.slice('/generation'.length))
    : 'products.itemNumberField';
}
