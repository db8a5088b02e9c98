import type { LineAttribute } from '@quotebridge/core/plugin';

/**
 * Bits of LineAttributes that change what a line means. Those that only concern printing (HidePrice 2, DontPrint 4,
 * AltIsOverided 32, PrintPicture 64, HideQuantity 512) and unknown ones are passed over.
 * Source: the QuoteWerks API sample module as published with Avalara AvaTax for QuoteWerks.
 */
const bits: readonly (readonly [bit: number, attribute: LineAttribute])[] = [
  [1, 'exclude'],
  [8, 'groupMember'],
  [16, 'option'],
  [256, 'optionSelected'],
  [128, 'recurring'],
];

const none: readonly LineAttribute[] = [];

/** Undefined when the text is no bit mask. */
export function lineAttributesOf(text: string): readonly LineAttribute[] | undefined {
  if (text === '' || text === '0') return none;
  if (!/^\d{1,15}$/.test(text)) return undefined;
  const mask = Number(text);
  return bits.filter(([bit]) => Math.floor(mask / bit) % 2 === 1).map(([, attribute]) => attribute);
}
