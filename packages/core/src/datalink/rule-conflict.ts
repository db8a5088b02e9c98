import type { RuleError } from '@quotebridge/mapping-rules';
import type { Conflict } from '../plan/plan.js';

/** A fault of a rule as a question about the setting that holds it. */
export function ruleConflict(fault: RuleError, setting: string): Conflict {
  const { suggestions, expected } = fault;
  return {
    about: setting,
    message: `${fault.message} (${setting})`,
    next:
      suggestions.length > 0
        ? `Name ${suggestions.join(' or ')}, if that is what is meant.`
        : `Correct it: expected ${expected}.`,
    candidates: suggestions.map((name) => ({ id: name, name })),
  };
}

/** The setting that a JSON pointer leads to from a page or one of its properties: `/3/to` → `dataLink.rows.3.to`. */
export function settingAt(base: string, pointer: string | undefined): string {
  const steps = (pointer ?? '').split('/').slice(1);
  return [base, ...steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))].join('.');
}
