import { linesText } from '../data/lines-text.js';
import type { DiffTally } from './diff-tally.js';
import type { RuleFile } from '../rules/rule-file.js';
import { rulePlace } from '../rules/rule-place.js';
import { grouped, type Colours } from '@quotebridge/command-line/terminal';
import type { RuleDifference, RuledValue } from '@quotebridge/mapping-rules/tools';

/** Lines that are shown; all are in the file of `--out`. */
const mostShown = 50;

type PlacedFile = Pick<RuleFile, 'path' | 'placeOf'>;

/** What would change, for people: the first lines, then how many of each column. */
export function diffView(
  {
    first,
    changed,
    columns,
    lines,
  }: Pick<DiffTally, 'first' | 'changed' | 'columns'> & { readonly lines: number },
  files: { readonly before: PlacedFile; readonly after: PlacedFile },
  colours: Colours,
): string {
  if (changed === 0) return colours.green(`Nothing changes for ${linesText(lines)}.`);
  const row = (sign: string, value: RuledValue, file: PlacedFile): string => {
    const origin = value.path === undefined ? '' : `  ${colours.dim(rulePlace(file, value.path))}`;
    const text = `${sign} ${valueText(value)}`;
    return `    ${sign === '-' ? colours.red(text) : colours.green(text)}${origin}`;
  };
  const rowsOf = ({ column, before, after }: RuleDifference): readonly string[] => [
    `  ${column}`,
    row('-', before, files.before),
    row('+', after, files.after),
  ];
  const shown = first
    .slice(0, mostShown)
    .flatMap(({ line, differences }) => [colours.bold(`line ${line}`), ...differences.flatMap(rowsOf)]);
  const more = changed - Math.min(first.length, mostShown);
  return [
    ...shown,
    ...(more === 0 ? [] : [`… and ${grouped(more)} more (--out FILE writes all of them)`]),
    '',
    `${grouped(changed)} of ${linesText(lines)} would change (- old, + new):`,
    ...columns.map(({ column, lines: count }) => `  ${column}  ${linesText(count)}`),
  ].join('\n');
}

function valueText({ value, path }: RuledValue): string {
  if (value !== '') return value;
  return path === undefined ? '(no such column)' : '(no value)';
}
