import { compileRuleSet } from '../src/rule-set/compile-rule-set.js';
import type { CompiledRuleSet } from '../src/rule-set/compiled-rule-set.js';
import type { RuleSet } from '../src/rule-set/rule-set.js';
import type { ReadLine } from '../src/vocabulary/scope-reader.js';
import { scopeReader } from '../src/vocabulary/scope-reader.js';

/** Rules that are expected to compile. */
export function compiledRules(rules: Omit<RuleSet, 'version'>): CompiledRuleSet {
  const compilation = compileRuleSet({ version: 1, ...rules });
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems, undefined, 2));
  return compilation.rule;
}

/** A line by its columns. */
export function lineOf(rules: CompiledRuleSet, given: Readonly<Record<string, string>>): ReadLine {
  return scopeReader(Object.keys(given), rules.vocabulary)(Object.values(given));
}
