import type { CompiledRuleSet, Problem } from '@quotebridge/mapping-rules';
import type { DataLine, DataLines } from '../data/data-line.js';
import type { LineWriter } from '../data/line-writer.js';
import type { ProblemTally } from '../data/problem-tally.js';
import { scopeOfLine } from '../data/scope-of-line.js';

export interface RuledTextOptions {
  /** Whether the codes of a line's problems are the last column. */
  readonly problems: boolean;
  /** Called for each new set of columns, before a line with it is written. */
  readonly onColumns?: (columns: readonly string[]) => void;
}

/**
 * The text of the output, a batch of lines at a time. A line with a problem of its own is not given to the rules: its
 * cells may stand in the wrong columns.
 */
export async function* ruledText(
  lines: DataLines,
  rules: CompiledRuleSet,
  writer: LineWriter,
  tally: ProblemTally,
  { problems: withProblems, onColumns }: RuledTextOptions,
): AsyncGenerator<string, void, undefined> {
  const { columns } = rules;
  const read = scopeOfLine(rules);
  const none = columns.map(() => '');
  let known: readonly string[] | undefined;
  yield writer.begin();
  for await (const batch of lines) {
    let text = '';
    for (const line of batch) {
      if (line.columns !== known) onColumns?.(line.columns);
      known = line.columns;
      const { values, problems } = ruled(line);
      tally.add(line.line, problems);
      if (withProblems) values.push(codesOf(problems));
      text += writer.line(line, values);
    }
    if (text !== '') yield text;
  }
  yield writer.end();

  function ruled(line: DataLine): { readonly values: string[]; readonly problems: readonly Problem[] } {
    const used = read(line);
    if (used.problem !== undefined) return { values: [...none], problems: [used.problem] };
    const { values, problems } = rules.resolve(used.scope, used.lineType);
    return { values: columns.map((column) => values[column] ?? ''), problems };
  }
}

/** Each code once. */
function codesOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  return [...new Set(problems.map(({ code }) => code))].join(' ');
}
