import { problemLines } from '../rules/problem-lines.js';
import type { DescribedError } from './describe-error.js';
import { visible, type Colours } from '@quotebridge/command-line/terminal';

/** An error for people: what, where, what was expected, what to do next. */
export function errorView(described: DescribedError, colours: Colours): string {
  const { code, message, details } = visible(described);
  const { faults = [], problems = [], next } = details;
  return [
    ...problemLines(problems, colours),
    `${colours.red('✗')} ${colours.bold(message)} ${colours.dim(`(${code})`)}`,
    ...faults.map(({ at, value, expected }) => {
      const found = value === undefined ? '' : ` is “${value}”`;
      return `    ${colours.yellow(at)}${found}: expected ${expected}`;
    }),
    ...(next === undefined ? [] : [`  ${colours.cyan('Next:')} ${next}`]),
  ].join('\n');
}
