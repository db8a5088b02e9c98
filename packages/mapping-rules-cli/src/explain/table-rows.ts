import type { RulePlaces } from './rule-places.js';
import { counted, type Colours } from '@quotebridge/command-line/terminal';
import type { TableTrace } from '@quotebridge/mapping-rules';

/** Which row of a table decided, and why not the others. */
export function tableRows(
  section: string,
  { answer, values, considered, others, fallback }: TableTrace,
  places: RulePlaces,
  colours: Colours,
): readonly string[] {
  const read = Object.entries(values)
    .map(([field, value]) => `${field} is ${value === '' ? 'empty' : `“${value}”`}`)
    .join(', ');
  const rows = considered.map(({ row, conditions, value, taken, why }) => {
    const sign = taken ? colours.green('→') : colours.dim('·');
    const text = `row ${row + 1}: ${conditions} gives ${quoted(value)}: ${taken ? why : `no, ${why}`}`;
    return `${sign} ${taken ? text : colours.dim(text)} ${colours.dim(`(${places.atRow(section, row)})`)}`;
  });
  const rest =
    others === 0
      ? []
      : [colours.dim(`· ${counted(others, 'other row')} ${others === 1 ? 'does' : 'do'} not match`)];
  const above = [...(read === '' ? [] : [colours.dim(read)]), ...rows, ...rest];
  const next = fallback === undefined ? undefined : places.fallbackOf(section);
  if (fallback !== undefined && next !== undefined) {
    const inner = tableRows(next, fallback, places, colours).map((line) => `  ${line}`);
    return [...above, `${colours.green('→')} the fallback table:`, ...inner];
  }
  return [
    ...above,
    ...(answer.matched === 'default'
      ? [
          `${colours.green('→')} the default: no row matches ${colours.dim(`(${places.at(`${section}/default`)})`)}`,
        ]
      : []),
    ...(answer.matched === 'none' ? ['no row matches, and there is no default'] : []),
  ];
}

export function quoted(value: string): string {
  return value === '' ? 'nothing' : `“${value}”`;
}
