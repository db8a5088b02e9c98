import type { DataLines } from '../data/data-line.js';
import { ProblemTally } from '../data/problem-tally.js';
import { scopeOfLine } from '../data/scope-of-line.js';
import type { CompiledRuleSet } from '@quotebridge/mapping-rules';
import type { Coverage } from '@quotebridge/mapping-rules/tools';

/**
 * Runs all lines past the rules, and answers with what is wrong with the lines. The memory that this takes does not
 * grow with them.
 *
 * @param coverage takes what they use of the rules
 * @throws what taking the lines does
 */
export async function coverLines(
  rules: CompiledRuleSet,
  coverage: Coverage,
  lines: DataLines,
): Promise<ProblemTally> {
  const tally = new ProblemTally();
  const read = scopeOfLine(rules);
  for await (const batch of lines) {
    for (const line of batch) {
      const used = read(line);
      tally.add(line.line, used.problem === undefined ? [] : [used.problem]);
      if (used.problem === undefined) coverage.add(used.scope, used.lineType);
    }
  }
  return tally;
}
