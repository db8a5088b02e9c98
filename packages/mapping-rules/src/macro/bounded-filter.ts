import { fieldValue } from './field-value.js';
import type { MacroFilter, Refusal, Transform } from './macro-filter.js';

/** Longest text that a filter takes or makes, in UTF-16 units: far above any field, so that rules cannot exhaust memory. */
export const longestValue = 1_000_000;

export const tooLong: Refusal = { code: 'macro.tooLong', expected: `${longestValue} characters at most` };

/** The filter as it runs: a blank value stays empty, except where the filter takes it; too long a text is refused. */
export function bounded(filter: Pick<MacroFilter, 'takesBlank'>, transform: Transform): Transform {
  const takesBlank = filter.takesBlank === true;
  return (value) => {
    if (value.length > longestValue) return tooLong;
    if (!takesBlank && fieldValue(value) === '') return '';
    const result = transform(value);
    return typeof result === 'string' && result.length > longestValue ? tooLong : result;
  };
}
