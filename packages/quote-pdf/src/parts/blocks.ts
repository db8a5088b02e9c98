import { styles } from '../page/look.js';
import { lineHeight, type Column, type Sheet } from '../page/sheet.js';
import type { TextStyle } from '../text/typesetter.js';
import type { SetLine } from '../text/wrap-text.js';

/** A small title with wrapped texts below it. */
export interface Block {
  readonly title: string;
  readonly column: Column;
  readonly texts: readonly { readonly lines: readonly SetLine[]; readonly style: TextStyle }[];
}

/** Blocks beside each other; below each other when one of them is taller than what a page has room for. */
export function drawBlocks(sheet: Sheet, blocks: readonly Block[]): void {
  const tallest = Math.max(0, ...blocks.map(heightOf));
  sheet.ensure(tallest);
  const top = sheet.y;
  const fits = top + tallest <= sheet.bottom;
  for (const { title, column, texts } of blocks) {
    if (fits) sheet.y = top;
    sheet.writeText(title, column, styles.label);
    for (const { lines, style } of texts) sheet.write(lines, column, style);
  }
  if (fits) sheet.y = top + tallest;
}

function heightOf({ texts }: Block): number {
  return texts.reduce(
    (sum, { lines, style }) => sum + lines.length * lineHeight(style),
    lineHeight(styles.label),
  );
}
