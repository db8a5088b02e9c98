import type { DataLine } from '../data-line.js';
import type { LineWriter } from '../line-writer.js';
import { objectMembers } from './object-members.js';
import { uniqueNames } from './unique-names.js';

/**
 * Lines as JSON objects: what the line has, then the result. An object that was JSON before keeps its text, so that
 * no number is written another way.
 *
 * @param results names of the result's columns; a line's own values of these names are left out
 */
export function jsonWriter(format: 'json' | 'ndjson', results: readonly string[]): LineWriter {
  const keys = results.map((name) => JSON.stringify(name));
  const taken = new Set(results);
  const keysOf = rememberedKeys(taken);
  const isList = format === 'json';
  let isFirst = true;
  return {
    begin: () => (isList ? '[' : ''),
    line: (line, values) => {
      const own =
        line.json === undefined ? pairs(keysOf(line.columns), line.cells) : members(line, line.json, taken);
      const object = `{${[...own, ...pairs(keys, values)].join(',')}}`;
      if (!isList) return `${object}\n`;
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + object;
    },
    end: () => (isList ? '\n]\n' : ''),
  };
}

function pairs(keys: readonly (string | undefined)[], cells: readonly string[]): readonly string[] {
  return keys.flatMap((key, at) => (key === undefined ? [] : [`${key}:${JSON.stringify(cells[at] ?? '')}`]));
}

/** What stands between the braces. Line ends in JSON text stand between its parts, never in a text. */
function members(line: DataLine, json: string, taken: ReadonlySet<string>): readonly string[] {
  const texts = line.columns.some((name) => taken.has(name))
    ? objectMembers(json).flatMap(({ name, text }) => (taken.has(name) ? [] : [text]))
    : [json.slice(1, -1)];
  return texts.map((text) => text.replace(/[\r\n]+/g, ' ').trim()).filter((text) => text !== '');
}

/** Names of CSV columns as keys of an object, each another one; undefined: left out. */
function rememberedKeys(
  taken: ReadonlySet<string>,
): (columns: readonly string[]) => readonly (string | undefined)[] {
  let known: readonly string[] | undefined;
  let keys: readonly (string | undefined)[] = [];
  return (columns) => {
    if (columns !== known) {
      keys = uniqueNames(columns).map((name) => (taken.has(name) ? undefined : JSON.stringify(name)));
      known = columns;
    }
    return keys;
  };
}
