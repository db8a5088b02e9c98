import type { CompiledRuleSet } from '@quotebridge/mapping-rules';
import { diffRules } from '@quotebridge/mapping-rules/tools';
import type { DataLines } from '../data/data-line.js';
import type { ProblemTally } from '../data/problem-tally.js';
import { scopeOfLine } from '../data/scope-of-line.js';
import type { LineDifference } from './line-difference.js';

/**
 * The lines for which another rule set would give something else.
 *
 * @param tally takes lines that could not be used
 * @throws what taking the lines does
 */
export async function* diffLines(
  before: CompiledRuleSet,
  after: CompiledRuleSet,
  lines: DataLines,
  tally: ProblemTally,
): AsyncGenerator<LineDifference, void, undefined> {
  const readBefore = scopeOfLine(before);
  const readAfter = scopeOfLine(after);
  for await (const batch of lines) {
    for (const line of batch) {
      const [old, next] = [readBefore(line), readAfter(line)];
      const problem = old.problem ?? next.problem;
      tally.add(line.line, problem === undefined ? [] : [problem]);
      if (old.problem !== undefined || next.problem !== undefined) continue;
      const differences = diffRules(before, after, old, next);
      if (differences.length > 0) yield { line: line.line, differences };
    }
  }
}
