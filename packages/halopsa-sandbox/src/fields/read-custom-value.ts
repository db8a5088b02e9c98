import { ruleError } from '../http/api-error.js';
import { numberIn, rowsIn, textIn, type Row } from '../tenant/row.js';
import type { World } from '../tenant/world.js';
import { dateInput, fieldType, textInput } from './custom-field-type.js';
import { readDate } from './api-date.js';

/** The numbers of the options in a value of a selection: a number, text with commas, a list, or a list of objects. */
export function optionIds(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string')
    return value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => optionIds(idIn(entry)));
  return [Number.NaN];
}

/**
 * What is stored of a sent value; null for an empty one. Numbers, flags and options keep the JSON type they came in.
 * @throws {ApiError} 400 for a value that its field does not take
 */
export function readCustomValue(field: Row, value: unknown, world: World): unknown {
  if (value === undefined || value === null || value === '') return null;
  switch (numberIn(field, 'type')) {
    case fieldType.select:
      return selection(field, value, 1);
    case fieldType.multiSelect:
      return selection(field, value, numberIn(field, 'max_selection') || Infinity);
    case fieldType.date:
      return date(field, value);
    case fieldType.time:
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value)
        ? value
        : refuse(field, value, 'a time');
    case fieldType.checkbox:
      return /^(true|false|0|1)$/i.test(plain(value) ?? '') ? value : refuse(field, value, 'true or false');
    default:
      return text(field, value, world);
  }
}

function text(field: Row, value: unknown, world: World): unknown {
  const written = plain(value);
  if (written === undefined) return refuse(field, value, 'text');
  const isText = numberIn(field, 'type') === fieldType.text;
  const check = isText ? inputChecks.get(numberIn(field, 'inputtype')) : undefined;
  if (check && !check[1].test(written)) return refuse(field, value, check[0]);
  const limit = numberIn(field, 'characterlimit');
  if (limit === 0 || written.length <= limit) return value;
  if (world.switches.get('customTextTooLong') === 'truncate') return written.slice(0, limit);
  throw ruleError(`${textIn(field, 'name')} is limited to ${limit} characters.`);
}

const numeral = /^\s*-?(\d+(\.\d+)?|\.\d+)\s*$/;

const inputChecks: ReadonlyMap<number, readonly [expected: string, pattern: RegExp]> = new Map([
  [textInput.integer, ['a whole number', /^\s*-?\d+\s*$/]],
  [textInput.money, ['an amount', numeral]],
  [textInput.decimal, ['a number', numeral]],
  [textInput.alphanumeric, ['letters and digits', /^[\p{L}\p{N} ]*$/u]],
  [textInput.url, ['a web address', /^https?:\/\/\S+$/i]],
]);

function date(field: Row, value: unknown): unknown {
  const read = typeof value === 'string' ? readDate(value) : undefined;
  if (read === undefined) return refuse(field, value, 'a date');
  return numberIn(field, 'inputtype') === dateInput.dateTime ? read : `${read.slice(0, 10)}T00:00:00`;
}

function selection(field: Row, value: unknown, most: number): unknown {
  const known = new Set(rowsIn(field, 'options').map(({ id }) => id));
  const chosen = optionIds(value);
  if (chosen.length > most || chosen.some((id) => !known.has(id))) {
    return refuse(field, value, `the id of ${most === 1 ? 'an option' : 'options'}`);
  }
  return chosen.length === 0 ? null : value;
}

/** A scalar as text; undefined for a list or an object. */
function plain(value: unknown): string | undefined {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar ? String(value) : undefined;
}

function idIn(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null
    ? ((entry as Record<string, unknown>)['id'] ?? NaN)
    : entry;
}

function refuse(field: Row, value: unknown, expected: string): never {
  const shown = JSON.stringify(value).slice(0, 60);
  throw ruleError(`The value ${shown} of ${textIn(field, 'name')} is not ${expected}.`);
}
