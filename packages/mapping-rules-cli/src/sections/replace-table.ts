import { blockRows, flowRows, type SpeltRows } from './read-entries.js';
import { rowText, yamlText } from './row-text.js';
import { EntryPool, newBody, spacedJson, withValue, type RowStyle, type TableEntry } from './table-entry.js';
import { parseOptions } from '@quotebridge/command-line/located';
import type { Table, TableRow } from '@quotebridge/mapping-rules';
import { isMap, isNode, isScalar, parseDocument, type Document, type ParsedNode } from 'yaml';

/** What a section becomes. */
export interface NewTable {
  readonly rows: readonly TableRow[];
  /** Undefined: the default that is there stays. */
  readonly default?: string;
}

/**
 * The text of a rule file with other rows in one table. Rows that stay keep their text and the comments above them, and
 * everything else stays byte for byte. Undefined: the table is spelt in a way that cannot be kept.
 */
export function replaceTable(
  text: string,
  segments: readonly string[],
  key: string,
  { rows, default: otherwise }: NewTable,
): string | undefined {
  const document = parseDocument(text, parseOptions);
  const table = document.getIn(segments, true);
  if (!isMap(table)) return undefined;
  const pair = table.items.find((each) => isScalar(each.key) && each.key.value === 'rows');
  const { key: name, value: old } = (pair ?? {}) as { key?: ParsedNode; value?: ParsedNode };
  if (!isNode(old) || !isNode(name)) return undefined;
  const match = table.get('match') as Table['match'];
  const edits: Edit[] = [];
  const block = blockRows(text, old, name.range[1]);
  const flow = block === undefined ? flowRows(text, old) : undefined;
  const spelt = block ?? flow;
  if (spelt === undefined) return undefined;
  const pool = new EntryPool(spelt.entries, match === undefined ? {} : { match }, key);
  const uses = reused(rows, pool);
  if (rows.length !== spelt.entries.length || uses.some(({ same }, index) => same !== spelt.entries[index])) {
    if (block !== undefined) edits.push(blockEdit(block, isMap(old), uses));
    else edits.push(flowEdit(text, spelt, isMap(old), uses));
  }
  if (otherwise !== undefined && table.get('default') !== otherwise) {
    const edit = defaultEdit(text, document, segments, otherwise, name, spelt, flow !== undefined);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edited(text, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function blockEdit(
  { start, end, margin, preamble, entries }: SpeltRows,
  wasMap: boolean,
  uses: readonly RowUse[],
): Edit {
  const rows = uses.map(({ row }) => row);
  const staysMap = wasMap && rows.length > 0 && areTexts(rows);
  const oneLine = entries.filter(({ body }) => /^\s*- \{/.test(body)).length * 2 >= entries.length;
  const style: RowStyle = staysMap ? 'pairs' : wasMap || oneLine ? 'flow' : 'block';
  const keepsBodies = wasMap === staysMap;
  const lines = uses.flatMap(({ row, same, alike }) => {
    const kept = keepsBodies ? (same?.body ?? (alike && withValue(alike, row))) : undefined;
    return [...((same ?? alike)?.lead ?? []), kept ?? newBody(row, style, margin)];
  });
  const whole = rows.length === 0 ? [`${margin}[]`] : lines;
  return { start, end, text: [...preamble, ...whole].join('\n') };
}

/** A row, and the old one whose text it can use. */
interface RowUse {
  readonly row: TableRow;
  readonly same?: TableEntry;
  /** It has the same conditions. */
  readonly alike?: TableEntry;
}

/** What of the old text each row can use. What means the same goes first: what is alike is for those that have found nothing. */
function reused(rows: readonly TableRow[], pool: EntryPool): readonly RowUse[] {
  const found = rows.map((row) => ({ row, same: pool.same(row) }));
  return found.map(({ row, same }) => {
    if (same !== undefined) return { row, same };
    const alike = pool.alike(row);
    return alike === undefined ? { row } : { row, alike };
  });
}

/** Key → value says the same as a list of rows: plain texts, none twice, nothing for people. */
function areTexts(rows: readonly TableRow[]): boolean {
  const keys = new Set(rows.map(({ when }) => (typeof when === 'string' ? when.trim().toLowerCase() : '')));
  return (
    keys.size === rows.length &&
    rows.every((row) => typeof row.when === 'string' && row.comment === undefined)
  );
}

function flowEdit(
  text: string,
  { start, end, margin }: SpeltRows,
  wasMap: boolean,
  uses: readonly RowUse[],
): Edit {
  const rows = uses.map(({ row }) => row);
  if (rows.length === 0) return { start, end, text: '[]' };
  const staysMap = wasMap && areTexts(rows);
  const [open, close, style] = staysMap ? ['{', '}', 'jsonPairs' as const] : ['[', ']', 'json' as const];
  const bodies = uses.map(({ row, same, alike }) => {
    const kept = staysMap === wasMap ? (same?.body ?? (alike && withValue(alike, row))) : undefined;
    return kept ?? newBody(row, style, margin);
  });
  const outer = margin.slice(0, -2);
  const isOneLine = !text.slice(start, end).includes('\n') && end - start > 2;
  const joined = isOneLine
    ? `${open}${bodies.join(', ')}${close}`
    : `${open}\n${bodies.map((body) => `${margin}${body}`).join(',\n')}\n${outer}${close}`;
  return { start, end, text: joined };
}

function defaultEdit(
  text: string,
  document: Document,
  segments: readonly string[],
  value: string,
  rowsName: ParsedNode,
  spelt: SpeltRows,
  isFlow: boolean,
): Edit | undefined {
  const there = document.getIn([...segments, 'default'], true);
  if (isScalar(there) && there.range) {
    const [start, end] = there.range;
    const quoted = isFlow || text[start] === '"' ? JSON.stringify(value) : yamlText(value).trimEnd();
    return quoted.includes('\n') ? undefined : { start, end, text: quoted };
  }
  const { end } = spelt;
  if (isFlow) return { start: end, end, text: `, "default": ${spacedJson(value)}` };
  const line = text.lastIndexOf('\n', rowsName.range[0]) + 1;
  const indent = text.slice(line, rowsName.range[0]);
  const added = yamlText({ default: value }).trimEnd();
  if (indent.trim() !== '' || added.includes('\n')) return undefined;
  return { start: end, end, text: `\n${indent}${added}` };
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((whole, { start, end, text: part }) => whole.slice(0, start) + part + whole.slice(end), text);
}

/** A whole table as it is added to a file of YAML. */
export function newTableText(name: string, { rows, default: otherwise }: NewTable, depth: number): string {
  const margin = '  '.repeat(depth);
  return [
    `${margin}${yamlText({ [name]: null }).replace(/ null\n$/, '')}`,
    `${margin}  rows:${rows.length === 0 ? ' []' : ''}`,
    ...rows.map((row) => `${margin}    ${rowText(row)}`),
    ...(otherwise === undefined ? [] : [`${margin}  ${yamlText({ default: otherwise }).trimEnd()}`]),
  ].join('\n');
}
