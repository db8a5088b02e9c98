import type { SelectedLine } from '../select/selected-line.js';
import type { ItemNumbers } from './item-numbers.js';

/** Adds the numbers of lines that have one of their own: summary lines, which no line of the document stands for. */
export function withOwnItemNumbers(numbers: ItemNumbers, lines: readonly SelectedLine[]): ItemNumbers {
  const own = lines.flatMap(({ key, itemNumber }) =>
    itemNumber === undefined || itemNumber.number === '' ? [] : [[key, itemNumber] as const],
  );
  return own.length === 0 ? numbers : { ...numbers, byLine: new Map([...numbers.byLine, ...own]) };
}
