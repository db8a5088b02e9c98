import type { TableEntry } from './table-entry.js';
import type { TableRow } from '@quotebridge/mapping-rules';
import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml';

/** The rows of a table in the text of their file. */
export interface SpeltRows {
  /** Where they stand: offsets into the text. In blocks these are whole lines, without the last line end. */
  readonly start: number;
  readonly end: number;
  /** Blanks before each row of a block. */
  readonly margin: string;
  /** Lines of comments above the first row, which stay where they are. */
  readonly preamble: readonly string[];
  readonly entries: readonly TableEntry[];
}

/** A list or a table of key → value, in blocks; undefined: it is spelt in some other way. */
export function blockRows(text: string, rows: ParsedNode, above: number): SpeltRows | undefined {
  if (!isMap(rows) && !isSeq(rows)) return undefined;
  if (rows.flow === true || rows.items.length === 0) return undefined;
  const places = rows.items.map((item) => placeOf(text, item));
  if (!places.every((place) => place !== undefined)) return undefined;
  const [first] = places;
  if (first === undefined) return undefined;
  // Whatever stands on the line of `rows:` is no row.
  const start = lineEnd(text, above) + 1;
  let last = start;
  const entries = places.map(({ line, end, row, value }, index): TableEntry => {
    const lead = index === 0 ? [] : linesBetween(text, last, line);
    last = Math.min(text.length, end + 1);
    return { row, lead, body: text.slice(line, end), ...spelt(value, line) };
  });
  const { line } = first;
  const margin = /^\s*/.exec(text.slice(line))?.[0] ?? '';
  const end = places.at(-1)?.end ?? line;
  return { start, end, margin, preamble: linesBetween(text, start, line), entries };
}

/** A list between brackets, or a table of key → value between braces, as JSON has them. */
export function flowRows(text: string, rows: ParsedNode): SpeltRows | undefined {
  if ((!isSeq(rows) && !isMap(rows)) || rows.flow !== true) return undefined;
  const [start, end] = rows.range;
  let between = '';
  let last = start;
  const entries = rows.items.flatMap((item): TableEntry[] => {
    const { first, last: final, row, value } = nodesOf(item);
    if (!first.range || !final.range) return [];
    const [from, to] = [first.range[0], final.range[1]];
    between += text.slice(last, from);
    last = to;
    return [{ row, lead: [], body: text.slice(from, to), ...spelt(value, from) }];
  });
  // A comment between rows would be lost.
  if (entries.length !== rows.items.length || `${between}${text.slice(last, end)}`.includes('#'))
    return undefined;
  const line = text.lastIndexOf('\n', start) + 1;
  const outer = /^\s*/.exec(text.slice(line))?.[0] ?? '';
  return { start, end, margin: `${outer}  `, preamble: [], entries };
}

interface RowNodes {
  readonly first: Node;
  readonly last: Node;
  readonly row: TableRow;
  /** What the row gives. */
  readonly value: unknown;
}

/** The lines of a row: from its dash or its key to the end of its last line. */
function placeOf(
  text: string,
  item: unknown,
): (Pick<RowNodes, 'row' | 'value'> & { readonly line: number; readonly end: number }) | undefined {
  const { first, last, row, value } = nodesOf(item);
  if (!first.range || !last.range) return undefined;
  const dash = first === last ? text.lastIndexOf('-', first.range[0]) : first.range[0];
  const line = text.lastIndexOf('\n', dash) + 1;
  if (text.slice(line, dash).trim() !== '') return undefined;
  const filled = text.slice(0, last.range[1]).trimEnd().length;
  return { line, end: lineEnd(text, Math.max(line, filled)), row, value };
}

/** A row of a list is one node, one of a table of key → value is two. */
function nodesOf(item: unknown): RowNodes {
  const pair = item as Partial<Pair>;
  if (isScalar(pair.key) && isScalar(pair.value)) {
    const row = { when: String(pair.key.value), value: String(pair.value.value) };
    return { first: pair.key, last: pair.value, row, value: pair.value };
  }
  const node = item as Node & { toJSON(): unknown };
  const value: unknown = isMap(item) ? item.get('value', true) : undefined;
  return { first: node, last: node, row: node.toJSON() as TableRow, value };
}

/** Where a text of one line is spelt, counted from the start of its row. */
function spelt(value: unknown, from: number): Pick<TableEntry, 'value'> {
  if (!isScalar(value) || !value.range || !oneLine.has(value.type ?? '')) return {};
  const [start, end] = value.range;
  return { value: { start: start - from, end: end - from } };
}

const oneLine: ReadonlySet<string> = new Set(['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE']);

function linesBetween(text: string, from: number, to: number): readonly string[] {
  return from >= to ? [] : text.slice(from, to - 1).split('\n');
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
