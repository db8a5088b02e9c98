import { quoted } from './table-rows.js';
import type { Colours } from '@quotebridge/command-line/terminal';
import type { ExplainedPart, MacroExplanation } from '@quotebridge/mapping-rules';

type Expression = Extract<ExplainedPart, { readonly kind: 'expression' }>;
type Alternative = Expression['alternatives'][number];

/** What each part of a macro gave. */
export function macroRows({ parts }: MacroExplanation, colours: Colours): readonly string[] {
  return parts.flatMap((part): readonly string[] => {
    if (part.kind === 'literal') return [];
    if (part.kind === 'field') return [`${part.token} is ${quoted(part.value)}`];
    const rows = alternativeRows(part.alternatives, colours);
    return [`${part.token} is ${quoted(part.value)}`, ...rows.map((row) => `  ${row}`)];
  });
}

/** Up to the one that is taken, or that a filter refuses; those behind it are not asked. */
function alternativeRows(alternatives: readonly Alternative[], colours: Colours): readonly string[] {
  const last = alternatives.findIndex(({ taken, value }) => taken || value === undefined);
  return alternatives.flatMap((each, place) => {
    const way = last >= 0 && place > last ? 'not asked' : wayOf(each);
    const sign = each.taken ? colours.green('→') : colours.dim('·');
    const inner = alternativeRows(each.alternatives ?? [], colours).map((row) => `  ${row}`);
    return [`${sign} ${each.text}: ${way}`, ...inner];
  });
}

/** What became of a value that was asked for. */
function wayOf({ value, steps }: Alternative): string {
  const way = steps.map(({ filter, value: after }) => `${filter} makes ${quoted(after)}`).join(', ');
  if (value === undefined) return way === '' ? 'refused' : `${way}, then refused`;
  return way === '' ? quoted(value) : way;
}
