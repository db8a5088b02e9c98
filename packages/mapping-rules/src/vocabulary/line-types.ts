/** Names of the LineType values 1, 2, 4, … 512 of QuoteWerks, in this order, and `freight`, which its header has. */
export const lineTypes = [
  'product',
  'comment',
  'subtotal',
  'groupHeader',
  'runningSubtotal',
  'sectionHeader',
  'percentDiscount',
  'percentCharge',
  'heading',
  'summary',
  'freight',
] as const;
export type RuleLineType = (typeof lineTypes)[number];

const byText = new Map<string, RuleLineType>([
  ['', 'product'],
  ['productservice', 'product'],
  ['service', 'product'],
  ...lineTypes.map((type) => [type.toLowerCase(), type] as const),
  ...lineTypes.slice(0, 10).map((type, index) => [String(2 ** index), type] as const),
]);

/** The line type that a name (`Percent Discount`, `groupHeader`) or a number means; blank is a product. Undefined: unknown. */
export function lineTypeOf(text: string): RuleLineType | undefined {
  const plain = text.trim().toLowerCase();
  return byText.get(plain) ?? byText.get(/^[a-z]/.test(plain) ? plain.replace(/[^a-z]/g, '') : '-');
}
