import type { DecimalText } from '@quotebridge/core/plugin';

export interface NumberRules {
  /**
   * Which commas between groups of three digits are read as thousands marks: all; those that cannot be a decimal comma,
   * because there is a decimal point or another comma; or none. Every other comma is refused.
   */
  readonly commas: 'thousands' | 'unambiguous' | 'none';
}

/** No amount has as many digits; their products would no longer be exact. */
const longest = 40;
const plain = /^(0|[1-9]\d*)(\.\d*[1-9])?$/;
const form = /^(\()?([+-])?(\p{Sc})?([+-])?(\d[\d,]*(?:\.\d*)?|\.\d+)(\p{Sc})?(-)?(\))?$/u;
const grouped = /^[1-9]\d{0,2}(,\d{3})+$/;
const eitherMark = /^\d+,\d{3}$/;

/**
 * Canonical decimal text of a number as programs export it: thousands commas, a currency sign, a negative in
 * parentheses or with the minus behind. Undefined when there is more than one way to read it, such as `12,5`.
 */
export function parseNumber(text: string, rules: NumberRules): DecimalText | undefined {
  if (text.length > longest) return undefined;
  if (plain.test(text)) return text;
  const match = form.exec(text.replace(/[\s\u00a0]/g, ''));
  if (match === null || /\d\s+\d/.test(text)) return undefined;
  const [, open, sign, signBefore, innerSign, digits = '', signAfter, minusAfter, close] = match;
  if ((open === undefined) !== (close === undefined)) return undefined;
  if (signBefore !== undefined && signAfter !== undefined) return undefined;
  const marks = [open, sign, innerSign, minusAfter].filter((mark) => mark !== undefined);
  if (marks.length > 1) return undefined;
  const [whole = '', fraction = ''] = digits.split('.');
  if (whole.includes(',')) {
    if (rules.commas === 'none' || !grouped.test(whole)) return undefined;
    if (rules.commas === 'unambiguous' && eitherMark.test(digits)) return undefined;
  }
  return canonical(marks.length > 0 && marks[0] !== '+', whole.replaceAll(',', ''), fraction);
}

function canonical(negative: boolean, whole: string, fraction: string): DecimalText {
  const left = whole.replace(/^0+/, '') || '0';
  const right = fraction.replace(/0+$/, '');
  const size = right === '' ? left : `${left}.${right}`;
  return negative && size !== '0' ? `-${size}` : size;
}
