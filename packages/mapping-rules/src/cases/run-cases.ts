import { ruleBehind } from '../diff/rule-behind.js';
import { makeProblem, within } from '../problem/make-problem.js';
import { nearestNames } from '../problem/nearest-names.js';
import { pointer } from '../problem/pointer.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import type { CompiledRuleSet, RuleTrace } from '../rule-set/compiled-rule-set.js';
import type { RuleCase } from '../rule-set/rule-set.js';
import { FieldNames } from '../vocabulary/field-names.js';
import { fieldReference, fieldText } from '../vocabulary/field-reference.js';
import { scopeReader } from '../vocabulary/scope-reader.js';
import { unknownLineType } from '../vocabulary/unknown-line-type.js';

/** What the rules make of one case. */
export interface CaseResult {
  readonly name: string;
  /** JSON pointer to the case: `/tests/3`. */
  readonly path: string;
  readonly passed: boolean;
  readonly differences: readonly CaseDifference[];
  /** Why it did not pass: a difference each, columns and line types that there are not. */
  readonly problems: readonly Problem[];
}

export interface CaseDifference {
  readonly column: string;
  readonly expected: string;
  readonly actual: string;
  /** JSON pointer to the rule behind the actual value. */
  readonly path: string;
  /** Why the rules give no value, in one sentence; absent: they had nothing to complain about. */
  readonly because?: string;
}

/** Runs the cases that stand beside the rules. */
export function runCases(rules: CompiledRuleSet): readonly CaseResult[] {
  const names = new FieldNames(rules.vocabulary);
  return (rules.ruleSet.tests ?? []).map((each, index) => {
    const path = pointer(['tests', index]);
    const unknown = [...unknownGiven(each, path, names), ...unknownExpected(each, path, rules.columns)];
    const differences = differencesOf(each, rules);
    const problems = [...unknown, ...differences.map((difference) => differs(each.name, path, difference))];
    return { name: each.name, path, passed: problems.length === 0, differences, problems };
  });
}

function differencesOf({ given, expect }: RuleCase, rules: CompiledRuleSet): readonly CaseDifference[] {
  const { scope, lineType } = scopeReader(Object.keys(given), rules.vocabulary)(Object.values(given));
  const trace = rules.explain(scope, lineType);
  return Object.entries(expect).flatMap(([column, wanted]) => {
    if (!rules.columns.includes(column)) return [];
    const [expected, actual] = [wanted.trim(), trace.values[column] ?? ''];
    return actual.trim() === expected ? [] : [{ column, expected, actual, ...behind(column, trace, rules) }];
  });
}

function behind(
  column: string,
  { steps, problems, values }: RuleTrace,
  rules: CompiledRuleSet,
): Pick<CaseDifference, 'path' | 'because'> {
  const step = steps.find((each) => each.column === column);
  if (step === undefined) return { path: '' };
  // What a line is matters to its number only.
  const own = (path: string): boolean =>
    path.startsWith(step.path) || (path === '' && step.kind === 'partNumber');
  const why = problems.find(({ path }) => own(path));
  const because = values[column] === '' && why !== undefined ? { because: why.message } : {};
  return { path: ruleBehind(rules, step), ...because };
}

function differs(
  name: string,
  path: string,
  { column, expected, actual, path: rule, because }: CaseDifference,
): Problem {
  const why = because ?? (rule === '' ? '' : `The rule is ${rule}.`);
  const message = `Case ${shown(name)}: ${column} is ${quoted(actual)} instead of ${quoted(expected)}. ${why}`;
  return makeProblem('case.differs', path + pointer(['expect', column]), message.trim(), quoted(expected));
}

/** A misspelt column or line type would leave the case without what it is about. */
function unknownGiven({ given }: RuleCase, path: string, names: FieldNames): readonly Problem[] {
  return Object.entries(given).flatMap(([column, value]) => {
    const { area, name, prefixed } = fieldReference(column);
    if (area === 'line' && name.toLowerCase() === 'linetype') {
      const unknown = unknownLineType(value);
      return unknown === undefined ? [] : [within(path + pointer(['given', column]), unknown)];
    }
    if (names.resolve(column) !== undefined) return [];
    const near = nearestNames(name, names.names(area)).map((known) => fieldText(area, known));
    const headers = prefixed ? [] : nearestNames(name, names.names('header'));
    return [
      unknownColumn(column, path, 'given', near.length > 0 ? near : headers, 'a field that documents have'),
    ];
  });
}

function unknownExpected({ expect }: RuleCase, path: string, columns: readonly string[]): readonly Problem[] {
  return Object.keys(expect)
    .filter((column) => !columns.includes(column))
    .map((column) => {
      const expected = columns.length === 0 ? 'rules that give something' : columns.slice(0, 20).join(', ');
      return unknownColumn(column, path, 'expect', nearestNames(column, columns), expected);
    });
}

function unknownColumn(
  column: string,
  path: string,
  part: 'given' | 'expect',
  suggestions: readonly string[],
  expected: string,
): Problem {
  const what = part === 'given' ? 'Documents have no field' : 'The rules give no column';
  const message = `${what} ${shown(column)}.`;
  const at = path + pointer([part, column]);
  return makeProblem('data.unknownColumn', at, message, expected, { suggestions });
}

function quoted(text: string): string {
  return text === '' ? 'empty' : shown(text);
}
