import type { DataLinkField } from './data-link-vocabulary.js';

export type Converted = { readonly value: string } | { readonly expected: string };

/** The value in the form of its target, or what the target expects instead. */
export function convertValue(text: string, target: DataLinkField): Converted {
  switch (target.type) {
    case 'text': {
      const { maximumLength } = target;
      return maximumLength !== undefined && text.length > maximumLength
        ? { expected: `a text of at most ${maximumLength} characters` }
        : { value: text };
    }
    case 'number':
      return numberOf(text);
    case 'date':
      return dateOf(text);
    case 'boolean':
      return booleanOf(text);
    case 'choice':
      return choiceOf(text, target.choices);
  }
}

/** Thousands commas only where a decimal point tells them from a decimal comma. */
function numberOf(text: string): Converted {
  const plain = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text) ? text.replaceAll(',', '') : text;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain);
  const [, sign = '', whole = '', part = ''] = match ?? [];
  if (whole === '' && part === '') return { expected: 'a number such as 1234.5' };
  const left = whole.replace(/^0+/, '') || '0';
  const right = part.replace(/0+$/, '');
  const digits = right === '' ? left : `${left}.${right}`;
  return { value: sign === '-' && digits !== '0' ? `-${digits}` : digits };
}

/** `M/D/YYYY`, as QuoteWerks hands dates out, or `YYYY-MM-DD`; a time is left out. */
function dateOf(text: string): Converted {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+\d.*)?$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]\d.*)?$/.exec(text);
  const parts = american === null ? iso?.slice(1) : [american[3], american[1], american[2]];
  if (parts === undefined) return { expected: 'a date such as 2026-03-31' };
  const value = parts.map((part) => (part ?? '').padStart(2, '0')).join('-');
  const date = new Date(`${value}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  return real ? { value } : { expected: 'a day of the calendar' };
}

function booleanOf(text: string): Converted {
  const word = text.toLowerCase();
  if (['true', 'yes', 'y', '1', '-1'].includes(word)) return { value: 'true' };
  if (['false', 'no', 'n', '0'].includes(word)) return { value: 'false' };
  return { expected: 'true or false' };
}

function choiceOf(text: string, choices: readonly string[] | undefined): Converted {
  if (choices === undefined) return { value: text };
  const wanted = fold(text);
  const found =
    choices.find((choice) => choice === text) ?? choices.find((choice) => fold(choice) === wanted);
  if (found !== undefined) return { value: found };
  const shown = choices.slice(0, 10).join(', ');
  return { expected: `one of ${choices.length > 10 ? `${shown}, …` : shown}` };
}

function fold(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
