import {
  compileRuleSet,
  type CompiledRuleSet,
  type Problem,
  type RuleSet,
  type RuleSetOptions,
} from '@quotebridge/mapping-rules';
import { sectionOf } from './rule-sections.js';

/**
 * Compiles the sections that can work, so that a document tells everything that is in its way at once; those that cannot
 * are left out. The problems are those of all of them.
 */
export function compileSound(
  rules: RuleSet,
  options: RuleSetOptions,
): { readonly compiled: CompiledRuleSet; readonly problems: readonly Problem[] } {
  const whole = compileRuleSet(rules, options);
  if (whole.ok) return { compiled: whole.rule, problems: whole.problems };
  const faulty = new Set<string>(
    whole.problems.filter(({ severity }) => severity === 'error').map(({ path }) => sectionOf(path)),
  );
  const sound = Object.fromEntries(
    Object.entries(rules).filter(([section]) => section === 'version' || !faulty.has(section)),
  ) as unknown as RuleSet;
  const fewer = Object.keys(sound).length < Object.keys(rules).length;
  const rest = compileSound(fewer ? sound : { version: 1 }, options);
  return { compiled: rest.compiled, problems: whole.problems };
}
