import type { DataInput } from './data-input.js';
import { readData, type ReadOptions } from './read-data.js';
import { UnreadableData } from './unreadable-data.js';

const mostColumns = 10_000;

/**
 * Names of all members of the objects in a file, in the order in which they come first: in CSV the columns stand above
 * the lines, so that they must be known beforehand.
 *
 * @throws UnreadableData for what can be read once
 */
export async function jsonColumns(input: DataInput, options: ReadOptions): Promise<readonly string[]> {
  if (input.size === undefined) {
    throw new UnreadableData(`The columns of JSON from ${input.name} are not known before it has ended.`, {
      expected: 'a file, which can be read twice, or a result as JSON',
      next: 'Name the file with --in, or choose --to ndjson.',
    });
  }
  const names = new Set<string>();
  let last: readonly string[] | undefined;
  for await (const lines of (await readData(input, options)).lines) {
    for (const { columns, line } of lines) {
      if (columns === last) continue;
      last = columns;
      for (const name of columns) names.add(name);
      if (names.size > mostColumns) throw tooMany(line);
    }
  }
  return [...names];
}

function tooMany(line: number): UnreadableData {
  return new UnreadableData(`The objects have more than ${mostColumns} different names.`, {
    line,
    expected: 'objects with much the same names, as lines of a table have',
    next: 'Choose --to ndjson.',
  });
}
