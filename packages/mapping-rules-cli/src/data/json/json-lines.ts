import type { Problem } from '@quotebridge/mapping-rules';
import type { DataLine } from '../data-line.js';
import { dataProblem } from '../data-problem.js';

/** Different sets of names that are remembered; a file has one or two. */
const mostShapes = 1_000;
/** A number with more digits than that is not the number that was written. */
const mostDigits = 15;

/** Makes lines of JSON values; lines with the same names share their `columns`. */
export class JsonLines {
  readonly #shapes = new Map<string, readonly string[]>();
  #last: readonly string[] = [];

  /**
   * @param text of the value
   * @param line of the file where it begins
   */
  next(value: unknown, text: string, line: number): DataLine {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.broken(line, `It is ${described(value)}.`);
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    const cells = cellsOf(entries);
    if (cells === undefined) return this.broken(line, 'It nests far deeper than any line.');
    const columns = this.#columnsOf(entries);
    const made = { line, columns, cells, json: text };
    const inexact = entries.find(([, content]) => typeof content === 'number' && !isExact(content));
    if (inexact !== undefined) return { ...made, problem: refused(line, inexact) };
    const nested = entries.flatMap((entry, at) =>
      typeof entry[1] === 'object' && entry[1] !== null ? [[at, refused(line, entry)] as const] : [],
    );
    return nested.length === 0 ? made : { ...made, unusable: new Map(nested) };
  }

  /** A line of which nothing can be used. */
  broken(line: number, message: string): DataLine {
    const problem = dataProblem('data.wrongValue', line, message, 'an object: { "ItemType": "Labor", … }');
    return { line, columns: [], cells: [], json: '{}', problem };
  }

  #columnsOf(entries: readonly (readonly [string, unknown])[]): readonly string[] {
    const last = this.#last;
    if (last.length === entries.length && entries.every(([name], at) => name === last[at])) return last;
    const names = entries.map(([name]) => name);
    const shape = JSON.stringify(names);
    if (this.#shapes.size >= mostShapes) this.#shapes.clear();
    const columns = this.#shapes.get(shape) ?? names;
    this.#shapes.set(shape, columns);
    this.#last = columns;
    return columns;
  }
}

/** Undefined: what one of them holds nests too deep to be written. */
function cellsOf(entries: readonly (readonly [string, unknown])[]): readonly string[] | undefined {
  try {
    return entries.map(([, content]) => cellOf(content));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What is more than one value stays JSON. */
function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}

function isExact(value: number): boolean {
  const text = String(value);
  return /^-?[\d.]+$/.test(text) && text.replace(/[-.]/g, '').length <= mostDigits;
}

function refused(line: number, [name, value]: readonly [string, unknown]): Problem {
  const shown = JSON.stringify(name.slice(0, 80));
  const what = typeof value === 'number' ? 'a number that is not exact: put it in quotes' : described(value);
  return dataProblem(
    'data.wrongValue',
    line,
    `${shown} is ${what}.`,
    'a text, a number, true, false or null',
  );
}

function described(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
