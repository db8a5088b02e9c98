import { shortened } from './field-rows.js';
import { rowName } from './spread-fields.js';
import { valueText } from './value-text.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { KeptField, Plan } from '@quotebridge/core';
import stringWidth from 'string-width';

/** Fields that stay as they are in the PSA although the document wants something else. */
export function keptRows(
  kept: readonly KeptField[] = [],
  matches: Plan['matches'],
  options: { readonly width: number; readonly indent: number; readonly colours: Colours },
): string[] {
  const { colours, width, indent } = options;
  const label = Math.max(0, ...kept.map(({ field }) => rowName(field).length));
  return kept.map(({ field, ours, theirs, ownership }) => {
    const because = ownership === 'theirs' ? 'theirs' : 'changed in the PSA';
    const start = `${' '.repeat(indent)}${rowName(field).padEnd(label)}  `;
    const room = Math.max(10, Math.floor((width - stringWidth(start) - because.length - 26) / 2));
    const [stays, wanted] = [theirs, ours].map((value) => shortened(valueText(field, value, matches), room));
    return `${start}${stays ?? ''} ${colours.dim(`stays, not ${wanted ?? ''}  ← ${because}`)}`;
  });
}
