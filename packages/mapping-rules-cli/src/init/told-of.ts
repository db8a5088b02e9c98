import type { TableRead } from './read-table.js';
import { counted } from '@quotebridge/command-line/terminal';

/** What became of a table, what was left out of it, and how to choose otherwise. */
export function toldOf(path: string, section: string, read: TableRead, lines: number): readonly string[] {
  const { columns, rows, empty, repeated, idle } = read;
  const { value, conditions } = columns;
  const verb = rows.length === 1 ? 'gives' : 'give';
  return [
    `${counted(rows.length, 'row')} of ${path} ${verb} “${value}”, in the section ${section}; --value and --section choose otherwise.`,
    `The conditions are ${quoted(conditions)}; --key names others.`,
    ...(idle.length === 0
      ? []
      : [`Different in nearly every row, and not needed beside them: ${quoted(idle)}.`]),
    ...(empty === 0 ? [] : [`Left out, because nothing stands under “${value}”: ${counted(empty, 'row')}.`]),
    ...(repeated === 0 ? [] : [`Left out, because one above says the same: ${counted(repeated, 'row')}.`]),
    ...(lines === rows.length
      ? []
      : [
          `${lines} of the ${counted(rows.length, 'row')} have a line to try: those with patterns have none, nor what follows a thousand.`,
        ]),
  ];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
