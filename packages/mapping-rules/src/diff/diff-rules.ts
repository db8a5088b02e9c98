import type { Problem } from '../problem/problem.js';
import type { CompiledRuleSet } from '../rule-set/compiled-rule-set.js';
import type { ReadLine } from '../vocabulary/scope-reader.js';
import { ruleBehind } from './rule-behind.js';

/** A column of which two rule sets make different things for one line. */
export interface RuleDifference {
  readonly column: string;
  readonly before: RuledValue;
  readonly after: RuledValue;
}

export interface RuledValue {
  /** Empty: no value. */
  readonly value: string;
  /** JSON pointer to the rule behind it; absent: these rules have no such column. */
  readonly path?: string;
  /** What could not be made of the line, of all columns. */
  readonly problems: readonly Problem[];
}

/**
 * What would change for a line if the one rule set took the place of the other; empty: nothing.
 *
 * @param lineAfter the same line as the other one reads it, to whom a column may be another field
 */
export function diffRules(
  before: CompiledRuleSet,
  after: CompiledRuleSet,
  line: ReadLine,
  lineAfter = line,
): readonly RuleDifference[] {
  const old = before.resolve(line.scope, line.lineType);
  const next = after.resolve(lineAfter.scope, lineAfter.lineType);
  const columns = [...new Set([...before.columns, ...after.columns])].filter(
    (column) => valueOf(old.values, column) !== valueOf(next.values, column),
  );
  // Most lines stay as they are: why something is what it is, is looked up for the others only.
  if (columns.length === 0) return [];
  const valueBefore = explained(before, line);
  const valueAfter = explained(after, lineAfter);
  return columns.map((column) => ({ column, before: valueBefore(column), after: valueAfter(column) }));
}

function explained(rules: CompiledRuleSet, { scope, lineType }: ReadLine): (column: string) => RuledValue {
  const { values, problems, steps } = rules.explain(scope, lineType);
  return (column) => {
    const step = steps.find((each) => each.column === column);
    const path = step === undefined ? {} : { path: ruleBehind(rules, step) };
    return { value: valueOf(values, column), ...path, problems };
  };
}

/** A table may be called `constructor`. */
function valueOf(values: Readonly<Record<string, string>>, column: string): string {
  return Object.hasOwn(values, column) ? (values[column] ?? '') : '';
}
