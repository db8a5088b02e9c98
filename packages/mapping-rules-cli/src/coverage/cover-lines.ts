import type { DataInput } from '../data/data-input.js';
import { ProblemTally } from '../data/problem-tally.js';
import { readData, type ReadOptions } from '../data/read-data.js';
import { scopeOfLine } from '../data/scope-of-line.js';
import type { CompiledRuleSet } from '@quotebridge/mapping-rules';
import type { Coverage } from '@quotebridge/mapping-rules/tools';

/**
 * Runs all lines past the rules, and answers with what is wrong with the lines. The memory that this takes does not
 * grow with them.
 *
 * @param coverage takes what they use of the rules
 * @throws UnreadableData
 */
export async function coverLines(
  rules: CompiledRuleSet,
  coverage: Coverage,
  input: DataInput,
  options: ReadOptions = {},
): Promise<ProblemTally> {
  const tally = new ProblemTally();
  const read = scopeOfLine(rules);
  for await (const lines of (await readData(input, options)).lines) {
    for (const line of lines) {
      const used = read(line);
      tally.add(line.line, used.problem === undefined ? [] : [used.problem]);
      if (used.problem === undefined) coverage.add(used.scope, used.lineType);
    }
  }
  return tally;
}
