import type { Compilation } from '../problem/compilation.js';
import type { Problem } from '../problem/problem.js';
import { readBySchema } from '../schema/read-by-schema.js';
import { ruleSetSchema } from '../schema/rule-set-schema.js';
import { fieldReference } from '../vocabulary/field-reference.js';
import { quoteWerksFields } from '../vocabulary/quotewerks-fields.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { compileSections } from './compile-sections.js';
import type { CompiledRuleSet } from './compiled-rule-set.js';
import { RuleContext } from './rule-context.js';
import type { RuleSet } from './rule-set.js';
import type { RuleSetOptions } from './rule-set-options.js';
import { runRules } from './run-rules.js';

/**
 * Compiles a whole document of rules, whatever it is: `document` is data as JSON or YAML has it, and everything that is
 * wrong with it comes back as problems with their places. Later changes to `document` change nothing.
 */
export function compileRuleSet(
  document: unknown,
  options: RuleSetOptions = {},
): Compilation<CompiledRuleSet> {
  return readRuleSet(document, options).compilation;
}

/** The same, with what of the document can be read although something else in it is wrong. */
export function readRuleSet(
  document: unknown,
  options: RuleSetOptions,
): {
  readonly compilation: Compilation<CompiledRuleSet>;
  readonly readable: RuleSet;
  readonly context: RuleContext;
} {
  const { value, problems: faults } = readBySchema(ruleSetSchema, document);
  const readable = faults.length === 0 ? (value as RuleSet) : withoutFaulty(value, faults);
  const vocabulary = vocabularyOf(readable, options);
  const context = new RuleContext(vocabulary, options);
  const sections = compileSections(readable, context);
  const problems = [...faults, ...context.problems];
  const compilation: Compilation<CompiledRuleSet> = problems.some(({ severity }) => severity === 'error')
    ? { ok: false, problems }
    : { ok: true, rule: runRules(readable, vocabulary, sections), problems };
  return { compilation, readable, context };
}

/** What other sections rest on: without it they would seem wrong where they are right. */
const ground = ['fields', 'tables'];

/** The sections that have the right structure, so that what else is wrong with them is told at once. */
function withoutFaulty(value: unknown, faults: readonly Problem[]): RuleSet {
  const faulty = new Set(faults.map(({ path }) => path.split('/')[1] ?? ''));
  const sound = ground.some((section) => faulty.has(section)) ? [] : Object.entries(value ?? {});
  const sections = sound.filter(([section]) => !faulty.has(section));
  return { version: 1, ...(Object.fromEntries(sections) as Partial<RuleSet>) };
}

/**
 * The rules may name their fields with prefix, as they do elsewhere; one of another area is none. Of spellings that differ
 * in case only those of the documents count, else QuoteWerks': what rules ask for must be called as what lines have.
 */
function vocabularyOf({ fields = {} }: RuleSet, { vocabulary = {} }: RuleSetOptions): Vocabulary {
  const names = (area: keyof Vocabulary): readonly string[] => {
    const given = vocabulary[area] ?? [];
    const own = (fields[area] ?? [])
      .map(fieldReference)
      .filter(({ area: meant, prefixed }) => meant === area || !prefixed)
      .map(({ name }) => name);
    const all = [...own, ...quoteWerksFields[area], ...given];
    return [...new Set([...given, ...new Map(all.map((name) => [name.toLowerCase(), name])).values()])];
  };
  return { line: names('line'), header: names('header'), application: names('application') };
}
