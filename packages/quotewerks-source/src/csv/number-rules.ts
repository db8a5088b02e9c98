import type { NumberRules } from '../values/parse-number.js';
import type { Delimiter } from './detect-delimiter.js';

/**
 * Where the delimiter is a semicolon the comma is likely a decimal comma. A tab says nothing about it, and a file with
 * commas between its cells comes from where the decimal mark is a point.
 */
const commasBeside: Readonly<Record<Delimiter, NumberRules['commas']>> = {
  ',': 'thousands',
  '\t': 'unambiguous',
  ';': 'none',
};

/** How numbers are read in a file with that delimiter. */
export function numberRules(delimiter: Delimiter): NumberRules {
  return { commas: commasBeside[delimiter] };
}
