import type { LocatedProblem } from './located-problem.js';
import type { Colours } from '@quotebridge/command-line/terminal';

/** A line each, as compilers print them and editors find them: `rules.yaml:12:3: error … (macro.unknownField)`. */
export function problemLines(problems: readonly LocatedProblem[], colours: Colours): readonly string[] {
  return problems.map((problem) => {
    const { file, line, column, severity, code, message, expected, suggestions } = problem;
    const paint = severity === 'error' ? colours.red : colours.yellow;
    const said = expected === '' || message.includes(expected) || suggestions.length > 0;
    const wanted = said ? '' : ` Expected ${expected}.`;
    const text = `${message}${wanted}`.replace(/\s*[\r\n]+\s*/g, ' ');
    return `${colours.bold(`${file}:${line}:${column}:`)} ${paint(severity)} ${text} ${colours.dim(`(${code})`)}`;
  });
}
