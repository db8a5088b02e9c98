import type { DataInput } from './data-input.js';
import type { DataLine, DataLines } from './data-line.js';
import { FoundFields, type MissingField, type ReadingRules } from './found-fields.js';
import { readData, type ReadData, type ReadOptions } from './read-data.js';

/** Lines for rules to be run over. */
export interface RuledData extends Omit<ReadData, 'lines'> {
  /** Can be read once. */
  readonly lines: DataLines;
  /** Fields that the rules read and none of the lines so far has. */
  readonly missing: () => readonly MissingField[];
}

/** Lines of JSON without any field that the rules read, after which no other is waited for. */
const mostForeign = 1_000;

/**
 * Reads lines that are about what the rules are about. Those of a table show it by their header, those of JSON by the
 * first ones; until then none is handed on.
 *
 * @throws UnreadableData; Failure `usage` when no column is a field that the rules read, or two are the same; also while
 * lines are taken
 */
export async function readRuled(
  input: DataInput,
  ruleSets: readonly ReadingRules[],
  options: ReadOptions = {},
): Promise<RuledData> {
  const data = await readData(input, options);
  const found = new FoundFields(input.name, ruleSets);
  if (data.columns !== undefined) {
    found.add({ columns: data.columns });
    if (found.isForeign) throw found.foreign;
  }
  return { ...data, lines: ownLines(data.lines, found), missing: () => found.missing };
}

async function* ownLines(lines: DataLines, found: FoundFields): DataLines {
  const held: (readonly DataLine[])[] = [];
  let count = 0;
  let waits = true;
  for await (const batch of lines) {
    // An object that cannot be used has no names.
    for (const line of batch) if (line.columns.length > 0) found.add(line);
    if (!waits) {
      yield batch;
      continue;
    }
    held.push(batch);
    count += batch.length;
    waits = !found.isAny && count < mostForeign;
    if (waits) continue;
    if (found.isForeign) throw found.foreign;
    yield* held.splice(0);
  }
  if (found.isForeign) throw found.foreign;
  yield* held;
}
