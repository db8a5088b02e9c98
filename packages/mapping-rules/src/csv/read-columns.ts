import { makeProblem } from '../problem/make-problem.js';
import type { Compilation } from '../problem/compilation.js';
import type { Problem } from '../problem/problem.js';
import { shown } from '../problem/shown.js';
import { commentColumn, valueColumn } from './table-records.js';

/** Where each thing stands in a record, counted from 0. */
export interface ReadColumns {
  readonly fields: readonly { readonly name: string; readonly at: number }[];
  readonly value: number;
  readonly comment: number | undefined;
  /** How many columns have a heading, and where they stand. */
  readonly named: ReadonlySet<number>;
  /** So many cells a record must have: up to its last condition or its value. */
  readonly needed: number;
}

/** Reads the headings of a table. A column without one must stay empty. */
export function readColumns(columns: readonly string[]): Compilation<ReadColumns> {
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  columns.forEach((column, at) => {
    const name = column.trim();
    if (name === '') return;
    const folded = name.toLowerCase();
    const heading = folded === valueColumn || folded === commentColumn ? folded : name;
    if (places.has(heading)) problems.push(twice(name));
    else places.set(heading, at);
  });
  const value = places.get(valueColumn);
  const comment = places.get(commentColumn);
  const fields = [...places]
    .filter(([name]) => name !== valueColumn && name !== commentColumn)
    .map(([name, at]) => ({ name, at }));
  if (value === undefined) problems.push(missing('No column is called “value”.', 'a column “value”'));
  if (fields.length === 0)
    problems.push(missing('No column names a field.', 'a column such as “ItemType” for the conditions'));
  if (value === undefined || problems.length > 0) return { ok: false, problems };
  const needed = Math.max(value, ...fields.map(({ at }) => at)) + 1;
  return { ok: true, rule: { fields, value, comment, named: new Set(places.values()), needed }, problems };
}

function twice(name: string): Problem {
  return makeProblem('data.unknownColumn', '', `Two columns are called ${shown(name)}.`, 'each column once');
}

function missing(message: string, expected: string): Problem {
  return makeProblem('data.unknownColumn', '', message, expected);
}
