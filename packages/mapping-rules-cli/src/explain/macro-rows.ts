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
    const rows = part.alternatives.flatMap((each) => alternativeRows(each, colours));
    return [`${part.token} is ${quoted(part.value)}`, ...rows.map((row) => `  ${row}`)];
  });
}

function alternativeRows(alternative: Alternative, colours: Colours): readonly string[] {
  const { text, taken, value, steps, alternatives = [] } = alternative;
  const sign = taken ? colours.green('→') : colours.dim('·');
  const result = value === undefined ? 'not asked' : quoted(value);
  const way = steps.map(({ filter, value: after }) => `${filter} makes ${quoted(after)}`).join(', ');
  const inner = alternatives.flatMap((each) => alternativeRows(each, colours)).map((row) => `  ${row}`);
  return [`${sign} ${text}: ${way === '' ? result : way}`, ...inner];
}
