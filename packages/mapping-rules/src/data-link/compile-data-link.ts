import { makeProblem } from '../problem/make-problem.js';
import { shown } from '../problem/shown.js';
import type { Problem } from '../problem/problem.js';
import type {
  CompiledDataLink,
  DataLinkAlternative,
  DataLinkResult,
  DataLinkValue,
  DataLinkValues,
} from './compiled-data-link.js';
import { convertValue } from './convert-value.js';
import type { DataLinkObject, DataLinkRow } from './data-link-row.js';
import type { DataLinkVocabulary } from './data-link-vocabulary.js';
import type { LinkedRow } from './linked-row.js';
import { namesOf, resolveRow } from './resolve-row.js';

/**
 * Compiles a DataLink table. Rows are applied in order: of several sources for one target the last one with a value
 * wins, and a source without a value does not overwrite. Nothing is raised; all problems of all rows are collected.
 */
export function compileDataLink(
  rows: readonly DataLinkRow[],
  vocabulary: DataLinkVocabulary,
): CompiledDataLink {
  const names = namesOf(vocabulary);
  const resolved = rows.map((row, index) => resolveRow(row, index, names));
  const linked = resolved.flatMap((row) => row.linked);
  const of = (on: LinkedRow['on'], object?: DataLinkObject): readonly LinkedRow[] =>
    linked.filter((row) => row.on === on && (object === undefined || row.object === object));
  // Saving lines asks once for each of them.
  const saved = new Map<DataLinkObject, readonly LinkedRow[]>();
  for (const { object } of rows) if (!saved.has(object)) saved.set(object, of('save', object));

  return {
    problems: resolved.flatMap((row) => row.problems),
    reads: (address, object) => unique(of(address, object).map(({ source }) => source.name)),
    writes: (object) => unique(of('save', object).map(({ target }) => target.name)),
    choose: (address, records) => run(of(address), (row) => valueOf(records[row.object], row)),
    save: (object, source) => run(saved.get(object) ?? [], (row) => valueOf(source, row)),
  };
}

/** Only the value that wins is looked at: what is overwritten does no harm. */
function run(rows: readonly LinkedRow[], read: (row: LinkedRow) => string): DataLinkResult {
  const winners = new Map<string, { readonly row: LinkedRow; readonly text: string }>();
  const tried = new Map<string, DataLinkAlternative[]>();
  for (const row of rows) {
    const text = read(row);
    const { name } = row.target;
    if (text !== '') winners.set(name, { row, text });
    const before = tried.get(name);
    const alternative = { row: row.row, source: row.source.name, text };
    if (before === undefined) tried.set(name, [alternative]);
    else before.push(alternative);
  }
  const values: DataLinkValue[] = [];
  const problems: Problem[] = [];
  for (const { row, text } of winners.values()) {
    const converted = convertValue(text, row.target);
    if ('value' in converted) {
      const others = (tried.get(row.target.name) ?? []).filter((other) => other.row !== row.row);
      values.push({
        field: row.target.name,
        value: converted.value,
        row: row.row,
        source: row.source.name,
        ...(others.length === 0 ? {} : { others }),
      });
    } else problems.push(refusedValue(row, text, converted.expected));
  }
  return { values, problems };
}

function refusedValue({ row, source, target }: LinkedRow, text: string, expected: string): Problem {
  return makeProblem(
    'dataLink.valueRefused',
    `/${row}`,
    `Row ${row + 1}: ${shown(text)} (${source.name}) is nothing that ${target.name} takes: expected ${expected}.`,
    expected,
  );
}

/** The zero of Windows' date type: what an empty date becomes on its way through some drivers. */
const zeroDate = /^(1899-12-30|12\/30\/1899)(\D|$)/;

/** Anything but a text counts as absent: names such as `constructor` find an inherited function in a plain object. */
function valueOf(values: DataLinkValues | undefined, row: LinkedRow): string {
  const value: unknown = values?.[row.source.name];
  const text = typeof value === 'string' ? value.trim() : '';
  return row.source.type === 'date' && zeroDate.test(text) ? '' : text;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
