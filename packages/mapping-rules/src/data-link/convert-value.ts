import { calendarDay } from '../macro/calendar-day.js';
import { foldedForm } from '../table/compared-form.js';
import type { DataLinkField } from './data-link-vocabulary.js';

export type Converted = { readonly value: string } | { readonly expected: string };

/** The value in the form of its target, or what the target expects instead. */
export function convertValue(text: string, { type, maximumLength, choices }: DataLinkField): Converted {
  switch (type) {
    case 'number':
      return given(decimalOf(text), 'a number such as 1234.5');
    case 'date':
      return given(dateOf(text), 'a day of the calendar');
    case 'boolean':
      return given(booleanOf(text), 'true or false');
    case 'choice':
      return choiceOf(text, choices ?? [text]);
    default:
      return text.length > (maximumLength ?? Infinity)
        ? { expected: `a text of at most ${maximumLength ?? 0} characters` }
        : { value: text };
  }
}

function given(value: string | undefined, expected: string): Converted {
  return value === undefined ? { expected } : { value };
}

/** Thousands commas only where a decimal point tells them from a decimal comma. */
function decimalOf(text: string): string | undefined {
  const plain = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text;
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d{0,400})\.?(\d{0,400})$/.exec(plain) ?? [];
  if (whole + part === '') return undefined;
  const right = part.replace(/0+$/, '');
  const digits = (whole.replace(/^0+/, '') || '0') + (right && `.${right}`);
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

/** `M/D/YYYY`, as QuoteWerks hands dates out, or `YYYY-MM-DD`; a time is left out. */
function dateOf(text: string): string | undefined {
  const date = calendarDay(text);
  const padded = (value: number, length: number): string => String(value).padStart(length, '0');
  return date && `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`;
}

function booleanOf(text: string): string | undefined {
  if (/^(true|yes|y|-?1)$/i.test(text)) return 'true';
  return /^(false|no|n|0)$/i.test(text) ? 'false' : undefined;
}

function choiceOf(text: string, choices: readonly string[]): Converted {
  const wanted = foldedForm(text);
  const value =
    choices.find((choice) => choice === text) ?? choices.find((choice) => foldedForm(choice) === wanted);
  const shown = choices.slice(0, 10).join(', ');
  return given(value, `one of ${choices.length > 10 ? `${shown}, …` : shown}`);
}
