import { nearestNames } from '../problem/nearest-names.js';
import { shown } from '../problem/shown.js';
import { bounded } from './bounded-filter.js';
import type { AppliedFilter } from './expression.js';
import type { MacroCursor } from './macro-cursor.js';
import type { FilterArgument } from './macro-filter.js';
import { macroFilters } from './macro-filters.js';

/** `left:10`, `replace:'a','b'`. Undefined: what stands there cannot be read any further, which has been told. */
export function readFilter(cursor: MacroCursor): AppliedFilter | undefined {
  cursor.skipSpace();
  const { position, context } = cursor;
  const name = cursor.takeWord();
  if (name === '') {
    cursor.expected('a filter');
    return undefined;
  }
  const given = cursor.take(':') ? readArguments(cursor) : [];
  if (given === undefined) return undefined;
  const text = cursor.text.slice(position, cursor.position).trim();
  const filter = macroFilters.get(name.toLowerCase());
  if (filter === undefined) {
    const known = [...macroFilters.keys()];
    const message = `No filter is called ${shown(name)}.`;
    context.add('macro.unknownFilter', position, message, known.join(', '), nearestNames(name, known));
    return { text, position, transform: (value) => value };
  }
  const { takes, least = takes.length, make } = filter;
  const types = given.map((value) => (typeof value === 'number' ? 'n' : 't')).join('');
  const transform = takes.startsWith(types) && types.length >= least ? make(...given) : undefined;
  if (transform === undefined) {
    context.add('macro.wrongArgument', position, `The filter ${shown(text)} cannot work.`, filter.usage);
  }
  return { text, position, transform: bounded(filter, transform ?? ((value) => value)) };
}

/** Whole numbers and texts in quotes, separated by commas. */
function readArguments(cursor: MacroCursor): readonly FilterArgument[] | undefined {
  const given: FilterArgument[] = [];
  do {
    const text = cursor.takeQuoted();
    if (text === false) return undefined;
    const { position } = cursor;
    const digits = text === undefined ? cursor.takeWord() : '0';
    if (!/^\d+$/.test(digits)) {
      cursor.expected('a whole number or a text in quotes', undefined, position);
      return undefined;
    }
    given.push(text ?? Number(digits));
  } while (cursor.take(','));
  return given;
}
