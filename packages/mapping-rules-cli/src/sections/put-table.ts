import type { NamedSection } from './named-section.js';
import { newTableText, replaceTable, type NewTable } from './replace-table.js';
import { parseOptions } from '@quotebridge/command-line/located';
import type { Table } from '@quotebridge/mapping-rules';
import { tableToRecords } from '@quotebridge/mapping-rules/tools';
import { isDeepStrictEqual } from 'node:util';
import { isMap, parse, parseDocument } from 'yaml';

/**
 * The text of a rule file with a table put into it: comments and layout stay as far as the file can be changed by a few
 * lines, and always what the rest of it means.
 */
export function putTable(text: string, content: unknown, section: NamedSection, table: NewTable): string {
  const plain = text.replaceAll('\r\n', '\n');
  const candidates = [
    () => replaceTable(plain, section.segments, section.key, table),
    () => appended(plain, section.segments, table),
  ];
  for (const make of candidates) {
    const candidate = make();
    if (candidate !== undefined && isRight(candidate, content, section, table))
      return text.includes('\r\n') ? candidate.replaceAll('\n', '\r\n') : candidate;
  }
  return rewritten(plain, section.segments, table);
}

/** Where the section is not there yet: below everything else, or below the other tables. */
function appended(text: string, segments: readonly string[], table: NewTable): string | undefined {
  const document = parseDocument(text, parseOptions);
  const [first = '', own] = segments;
  if (!isMap(document.contents) || document.contents.flow === true) return undefined;
  if (document.hasIn(segments)) return undefined;
  const whole = text.trimEnd();
  if (own === undefined) return `${whole}\n\n${newTableText(first, table, 0)}\n`;
  const tables = document.get(first, true);
  if (tables === undefined) return `${whole}\n\n${first}:\n${newTableText(own, table, 1)}\n`;
  if (!isMap(tables) || tables.flow === true || !tables.range) return undefined;
  const end = text.slice(0, tables.range[1]).trimEnd().length;
  const line = text.indexOf('\n', end);
  const at = line < 0 ? text.length : line;
  return `${text.slice(0, at)}\n${newTableText(own, table, 1)}${text.slice(at)}`;
}

/** The layout is lost, comments stay where they can. */
function rewritten(
  text: string,
  segments: readonly string[],
  { rows, default: otherwise }: NewTable,
): string {
  const document = parseDocument(text, parseOptions);
  const path = (name: string): readonly string[] => [...segments, name];
  document.setIn(path('rows'), document.createNode(rows));
  if (otherwise !== undefined) document.setIn(path('default'), otherwise);
  if (text.trimStart().startsWith('{')) {
    const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? 2;
    return `${JSON.stringify(document.toJS(), undefined, indent)}\n`;
  }
  return document.toString({ lineWidth: 0 });
}

/** Whether a text means what it must: the table is the new one, and nothing else has changed. */
function isRight(text: string, before: unknown, { segments, key }: NamedSection, wanted: NewTable): boolean {
  let after: unknown;
  try {
    after = parse(text, parseOptions);
  } catch {
    return false;
  }
  const there = valueAt(after, segments) as Table | undefined;
  if (there === undefined) return false;
  const { rows, default: otherwise = there.default } = wanted;
  const expected = { ...there, rows, ...(otherwise === undefined ? {} : { default: otherwise }) };
  return (
    isDeepStrictEqual(tableToRecords(there, key).records, tableToRecords(expected, key).records) &&
    isDeepStrictEqual(rest(after, segments), rest(before, segments))
  );
}

function valueAt(content: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(
    (value, name) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    content,
  );
}

/** Everything but rows and default of the table; a holder that is left empty counts for nothing. */
function rest(content: unknown, segments: readonly string[]): unknown {
  if (content === null || typeof content !== 'object') return undefined;
  const [name, ...inner] = segments;
  const members = Object.entries(content).filter(
    ([member]) => segments.length > 0 || (member !== 'rows' && member !== 'default'),
  );
  const kept = members.map(([member, value]) =>
    member === name ? [member, rest(value, inner)] : [member, value as unknown],
  );
  const meaning = kept.filter(([, value]) => value !== undefined);
  return meaning.length === 0 ? undefined : meaning;
}
