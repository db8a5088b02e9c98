import { table } from '@quotebridge/command-line/table';
import { grouped, type Colours } from '@quotebridge/command-line/terminal';
import { problemText } from '../rules/problem-text.js';
import type { TalliedProblem } from './problem-tally.js';

/** Problems of lines for people, a row for each code; empty: there are none. */
export function tallyRows(
  problems: readonly TalliedProblem[],
  { width, colours }: { readonly width: number; readonly colours: Colours },
): string {
  if (problems.length === 0) return '';
  const rows = problems.map((problem) => {
    const { code, severity, count, lines, path } = problem;
    const text = problemText(problem);
    return [
      severity === 'error' ? colours.red(code) : colours.yellow(code),
      grouped(count),
      lines.join(', ') + (lines.length < count ? ', …' : ''),
      path === '' ? text : `${text} (${path})`,
    ];
  });
  const columns = [
    { title: 'Problem' },
    { title: 'Times', align: 'right' },
    { title: 'Lines' },
    { title: 'The first one', shrinksTo: 20 },
  ] as const;
  return table(columns, rows, { width, colours });
}
