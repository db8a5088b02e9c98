import { createHash } from 'node:crypto';

/**
 * The language of macros once more, as plainly as can be: it walks over what was meant to be written, works on lists of
 * characters, and shares nothing with the package. A filter that refuses a value ends it with a Refused.
 */
export type Piece =
  { readonly text: string } | { readonly name: Name } | { readonly alternatives: readonly Choice[] };
export interface Name {
  readonly prefix: 'DI' | 'DH' | 'APP' | 'TABLE';
  readonly name: string;
}
export interface Choice {
  readonly from: Piece;
  readonly filters: readonly Filter[];
}
export type Filter = readonly [name: string, ...values: readonly (string | number)[]];
export type Values = Readonly<Record<Name['prefix'], Readonly<Record<string, unknown>>>>;

export class Refused extends Error {}

export function interpret(pieces: readonly Piece[], values: Values, purpose: 'number' | 'text'): string {
  const result = pieces
    .map((piece) => valueOf(piece, values))
    .join('')
    .trim();
  const identifies = Array.from(result).some((character) => /^[\p{L}\p{N}]$/u.test(character));
  return purpose === 'text' || identifies ? result : '';
}

function valueOf(piece: Piece, values: Values): string {
  if ('text' in piece) return piece.text;
  if ('name' in piece) {
    const value = values[piece.name.prefix][piece.name.name];
    return typeof value === 'string' ? value.trim() : '';
  }
  for (const { from, filters } of piece.alternatives) {
    let value = valueOf(from, values).trim();
    for (const filter of filters) value = filtered(value, filter);
    if (value.trim() !== '') return value.trim();
  }
  return '';
}

function filtered(value: string, [name, first, second]: Filter): string {
  if (name === 'default') return value.trim() === '' ? String(first) : value;
  if (value.trim() === '') return '';
  const list = Array.from(value);
  const [from, to] = [Number(first), Number(second)];
  switch (name) {
    case 'trim':
      return value.trim();
    case 'upper':
      return list.map((character) => character.toUpperCase()).join('');
    case 'lower':
      return value.toLowerCase();
    case 'left':
      return list.filter((_, at) => at < from).join('');
    case 'right':
      return list.filter((_, at) => at >= list.length - from).join('');
    case 'mid':
      return list.filter((_, at) => at + 1 >= from && at + 1 < from + to).join('');
    case 'pad':
      while (list.length < from) list.unshift(String(second ?? '0'));
      return list.join('');
    case 'replace':
      return replaced(value, String(first), String(second));
    case 'digits':
      return list.filter((character) => '0123456789'.includes(character)).join('');
    case 'slug':
      return slug(value);
    case 'date':
      return dated(value.trim(), String(first));
    case 'hash8':
      return hashed(value);
    default:
      throw new Error(`no filter ${name}`);
  }
}

function replaced(value: string, what: string, by: string): string {
  const at = value.indexOf(what);
  if (at === -1) return value;
  return value.slice(0, at) + by + replaced(value.slice(at + what.length), what, by);
}

function slug(value: string): string {
  const bare = Array.from(value.normalize('NFKD'))
    .filter((sign) => sign < '\u0300' || sign > '\u036f')
    .join('');
  const kept = Array.from(bare.normalize('NFC').toLowerCase()).map((sign) =>
    /[\p{L}\p{M}\p{N}]/u.test(sign) ? sign : ' ',
  );
  return kept
    .join('')
    .split(' ')
    .filter((word) => word !== '')
    .join('-');
}

function dated(value: string, format: string): string {
  const [day = ''] = value.split(/[T ]/);
  const american = day.split('/');
  const iso = day.split('-');
  if (american.length !== 3 && iso.length !== 3) throw new Refused();
  const [year = '', month = '', date = ''] =
    american.length === 3 ? [american[2], american[0], american[1]] : iso;
  const written = /^\d{4}$/.test(year) && /^\d\d?$/.test(month) && /^\d\d?$/.test(date);
  const real = new Date(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}T00:00:00Z`);
  if (!written || Number.isNaN(real.getTime()) || real.getUTCDate() !== Number(date)) throw new Refused();
  if (format === 'yyyy-MM-dd') return real.toISOString().slice(0, 10);
  return `${Number(date)}.${Number(month)}.${year.slice(2)}`;
}

function hashed(value: string): string {
  const bits = [...createHash('sha256').update(value, 'utf8').digest()].map((byte) =>
    byte.toString(2).padStart(8, '0'),
  );
  const groups = bits.join('').match(/.{5}/g) ?? [];
  return groups
    .slice(0, 8)
    .map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(group, 2)])
    .join('');
}
