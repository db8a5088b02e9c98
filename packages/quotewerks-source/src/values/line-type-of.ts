import { lineTypes, type LineType } from '@quotebridge/core/plugin';

/** Numbers 1, 2, 4 … 512 in the order of `lineTypes`, and names without blanks: `Percent Discount`, `groupHeader`. */
const byText = new Map<string, LineType>([
  ...lineTypes.map((type, index) => [String(2 ** index), type] as const),
  ...lineTypes.map((type) => [type.toLowerCase(), type] as const),
  ['', 'product'],
  ['productservice', 'product'],
  ['service', 'product'],
]);

/** Undefined for an unknown type: it may carry money, so it is never guessed. */
export function lineTypeOf(text: string): LineType | undefined {
  if (!/^[a-z]/i.test(text)) return byText.get(text);
  return byText.get(text.toLowerCase().replace(/[^a-z]/g, ''));
}
