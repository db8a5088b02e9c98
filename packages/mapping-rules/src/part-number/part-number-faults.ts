import { RuleError } from '../error/rule-error.js';
import { compilePartNumberRule } from './compile-part-number-rule.js';
import type { PartNumberRule } from './part-number-rule.js';

/** Everything wrong with a rule, all at once; empty when it compiles. Macros that the rule does not use are not looked at. */
export function partNumberFaults(rule: PartNumberRule): readonly RuleError[] {
  const { field, generation, vocabulary } = rule;
  const faults: RuleError[] = [];
  const attempt = (part: PartNumberRule): void => {
    try {
      compilePartNumberRule(part);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      if (!faults.some((known) => known.path === error.path)) faults.push(error);
    }
  };
  attempt({ field, generation: { mode: 'none' }, vocabulary });
  if (field.trim().toLowerCase() === 'manufacturerpartnumber') return faults;
  // A field that is known, so that the macros are looked at although the mapped one may be none.
  const known = vocabulary.line.find((name) => name.toLowerCase() !== 'manufacturerpartnumber') ?? '';
  if (known === '') return faults;
  if (generation.mode !== 'byItemType') attempt({ field: known, generation, vocabulary });
  else {
    for (const [itemType, macro] of Object.entries(generation.byItemType ?? {})) {
      attempt({
        field: known,
        generation: { mode: 'byItemType', byItemType: { [itemType]: macro } },
        vocabulary,
      });
    }
    const otherwise = generation.otherwise ?? '';
    attempt({ field: known, generation: { mode: 'byItemType', otherwise }, vocabulary });
    if (faults.length === 0) attempt({ field: known, generation, vocabulary });
  }
  return faults;
}
