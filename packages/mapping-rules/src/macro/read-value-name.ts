import { nearestNames } from '../problem/nearest-names.js';
import { shown } from '../problem/shown.js';
import type { ValueSource } from './expression.js';
import type { MacroCursor } from './macro-cursor.js';
import { macroPrefixes, tablePrefix } from './macro-prefixes.js';
import { nameProblem } from './resolve-name.js';

const startsOfValue = 'DI_, DH_, APP_ or TABLE_ with a name, a text in quotes or (';

/**
 * `DI_ItemType`, `DH_'Sales Rep (2)'`, `TABLE_colours`: all up to the next sign of the language, and always whole. A name
 * that has such signs stands in quotes.
 */
export function readValueName(cursor: MacroCursor): ValueSource | undefined {
  const { position, text, context } = cursor;
  const [written, word = ''] = /^(DI|DH|APP|TABLE)_/i.exec(text.slice(position, position + 6)) ?? [];
  if (written === undefined) {
    cursor.expected(startsOfValue, meant(cursor));
    return undefined;
  }
  cursor.take(written);
  const quoted = cursor.takeQuoted();
  if (quoted === false) return undefined;
  const name = quoted ?? cursor.takeUpTo(/[|(){}'"]|\?\?/g).trim();
  const prefix = word.toUpperCase();
  if (prefix === tablePrefix) return tableNamed(name, written, position, cursor);
  const area = macroPrefixes.get(prefix) ?? 'line';
  const field = context.index.find(area, name);
  if (field === undefined) nameProblem(area, written, name, position, context);
  else context.uses(area, field);
  return { kind: 'field', area, field: field ?? name };
}

function tableNamed(
  name: string,
  written: string,
  position: number,
  { context }: MacroCursor,
): ValueSource | undefined {
  const { tables } = context;
  const folded = name.toLowerCase();
  const known = tables.has(name) ? name : [...tables.keys()].find((key) => key.toLowerCase() === folded);
  const table = tables.get(known ?? '');
  if (known === undefined || table === undefined) {
    const near = nearestNames(name, tables.keys()).map((key) => written + key);
    context.add('table.unknownTable', position, `No table is called ${shown(name)}.`, 'one of tables', near);
    return { kind: 'text', text: '' };
  }
  context.asks(known);
  return { kind: 'table', table };
}

/** A name without its prefix, or with the ampersand that it has outside braces, is the likeliest mistake. */
function meant({ position, text, context }: MacroCursor): readonly string[] {
  const [, ampersand, word = ''] = /^(&?)(\w*)/.exec(text.slice(position, position + 64)) ?? [];
  if (ampersand === '&' && word !== '') return [word];
  return context.index.everywhere(word);
}
