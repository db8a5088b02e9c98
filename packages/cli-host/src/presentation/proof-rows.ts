import { moneyText, periodNames } from './money-text.js';
import type { Colours } from './terminal.js';
import type { Proof, ProofSum } from '@quotebridge/core';

/** The comparison of the document's money with what the PSA has stored, sum by sum. */
export function proofRows(proof: Proof, colours: Colours): string[] {
  const source = proof.source === 'readBack' ? 'read back' : 'from the answer to the write';
  if (proof.verdict === 'equal') {
    const sums = proof.sums.map((sum) => `${nameOf(sum)} ${moneyText(sum.document)}`).join(' · ');
    const verdict = `  proof        ${colours.green('equal')}  ${colours.dim(`(${source})`)}`;
    return sums === '' ? [verdict] : [verdict, `               ${sums}`];
  }
  return [
    `  proof        ${colours.red('different')}  ${colours.dim(`(${source})`)}`,
    ...proof.sums.map((sum) => {
      const equal = sum.document === sum.stored;
      const text = `    ${nameOf(sum).padEnd(18)} document ${moneyText(sum.document)}  stored ${moneyText(sum.stored)}`;
      return equal ? colours.dim(text) : colours.red(text);
    }),
    ...proof.lines.map(
      (line) => `    ${line.label}  ${line.field}: document ${line.document}, stored ${line.stored}`,
    ),
  ];
}

function nameOf({ of }: ProofSum): string {
  if (of === 'tax') return 'tax';
  const optional = of.startsWith('optional ');
  const period = (optional ? of.slice('optional '.length) : of) as keyof typeof periodNames;
  return `${optional ? 'optional ' : ''}${periodNames[period]}`;
}
