import type { LocatedProblem } from './located-problem.js';
import { problemText } from './problem-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';

/** A line each, as compilers print them and editors find them: `rules.yaml:12:3: error … (macro.unknownField)`. */
export function problemLines(problems: readonly LocatedProblem[], colours: Colours): readonly string[] {
  return problems.map((problem) => {
    const { file, line, column, severity, code } = problem;
    const paint = severity === 'error' ? colours.red : colours.yellow;
    const text = problemText(problem).replace(/\s*[\r\n]+\s*/g, ' ');
    return `${colours.bold(`${file}:${line}:${column}:`)} ${paint(severity)} ${text} ${colours.dim(`(${code})`)}`;
  });
}
