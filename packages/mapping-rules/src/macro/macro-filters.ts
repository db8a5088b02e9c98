import { longestValue, tooLong } from './bounded-filter.js';
import { calendarDay } from './calendar-day.js';
import { characters } from './characters.js';
import { dateFormat } from './date-format.js';
import { hash8 } from './hash8.js';
import type { MacroFilter, Refusal, Transform } from './macro-filter.js';

const without =
  (transform: Transform) =>
  (usage: string): MacroFilter => ({ usage, takes: '', make: () => transform });

/** Widest text that `pad` makes. */
const widest = 1000;

const filters: Readonly<Record<string, MacroFilter | ((usage: string) => MacroFilter)>> = {
  trim: without((value) => value.trim()),
  upper: without((value) => value.toUpperCase()),
  lower: without((value) => value.toLowerCase()),
  left: {
    usage: 'left:length',
    takes: 'n',
    make: (length) => (value) => characters.slice(value, 0, Number(length)),
  },
  right: {
    usage: 'right:length',
    takes: 'n',
    make: (length) => (value) => characters.last(value, Number(length)),
  },
  mid: {
    usage: 'mid:start,length with a start from 1',
    takes: 'nn',
    make: (start, length) =>
      start === 0 ? undefined : (value) => characters.slice(value, Number(start) - 1, Number(length)),
  },
  pad: {
    usage: `pad:length,'character' with a length of at most ${widest}`,
    takes: 'nt',
    least: 1,
    make: (length, character = '0') => {
      const sign = String(character);
      if (Number(length) > widest || characters.count(sign) !== 1) return undefined;
      return (value) => sign.repeat(Math.max(0, Number(length) - characters.count(value))) + value;
    },
  },
  replace: {
    usage: "replace:'what','by'",
    takes: 'tt',
    make: (what, by) => (what === '' ? undefined : (value) => replaced(value, String(what), String(by))),
  },
  digits: without((value) => value.replaceAll(/[^0-9]+/g, '')),
  slug: without(slug),
  date: {
    usage: "date:'format' with yyyy, yy, MM, M, dd, d and signs",
    takes: 't',
    make: (wanted) => {
      const format = dateFormat(String(wanted));
      return (
        format &&
        ((value) => {
          const day = calendarDay(value.trim());
          return day === undefined ? notADate : format(day);
        })
      );
    },
  },
  default: {
    usage: "default:'text'",
    takes: 't',
    takesBlank: true,
    make: (other) => (value) => (value.trim() === '' ? String(other) : value),
  },
  hash8: without(hash8),
};

/** Each filter of the language, by its name in lower case. */
export const macroFilters: ReadonlyMap<string, MacroFilter> = new Map(
  Object.entries(filters).map(([name, filter]) => [
    name,
    typeof filter === 'function' ? filter(name) : filter,
  ]),
);

const notADate: Refusal = { code: 'macro.valueRefused', expected: 'a date such as 2026-03-31 or 3/31/2026' };

function replaced(value: string, what: string, by: string): string | Refusal {
  const parts = value.split(what);
  const length = value.length + (parts.length - 1) * (by.length - what.length);
  return length > longestValue ? tooLong : parts.join(by);
}

/** Letters and digits, without their accents, in lower case; a hyphen for everything between. */
function slug(value: string): string {
  return value
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
