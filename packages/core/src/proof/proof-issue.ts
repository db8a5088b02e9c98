import type { PushIssue } from '../apply/push-result.js';
import { amountText, sumName } from '../domain/amount-text.js';
import { compare, magnitude, type DecimalText } from '../domain/decimal.js';
import { shortList } from './explain-sum.js';
import type { Proof, ProofLine, ProofSum } from './proof.js';
import { followsFromParts } from './total-sum.js';

/** What people must be told of a proof that is not plainly equal; undefined when it is. */
export function proofIssue(proof: Proof): PushIssue | undefined {
  if (proof.verdict === 'equal') return undefined;
  const apart = proof.sums.filter(({ difference }) => difference !== undefined);
  const told = [...apart.map(sumText), ...(apart.length === 0 ? lineTexts(proof) : [])].join('; ');
  const causes = [...new Set(apart.flatMap(({ explanation }) => explanation?.text ?? []))].filter(
    (cause) => cause !== followsFromParts,
  );
  const why = causes.length === 0 ? '' : ` ${causes.join(' ')}`;
  if (proof.verdict === 'withinTolerance') {
    return {
      level: 'warning',
      about: 'proof',
      message: `The PSA's figures are not quite the document's, within the tolerance of ${amountText(proof.tolerance)} (${told}).${why} Nothing was adjusted.`,
    };
  }
  return {
    level: 'error',
    about: 'proof',
    code: 'proof.mismatch',
    message: `What the PSA stored is not what the document says (${told}).${why}`,
    next: nextStep(proof, apart),
  };
}

/** With its sign, so that it is seen which of the two is more. */
export function differenceText(difference: DecimalText): string {
  return `${compare(difference, 0) > 0 ? '+' : ''}${amountText(difference)}`;
}

function sumText({ of, document, stored, difference = '0' }: ProofSum): string {
  return `${sumName(of)}: document ${amountText(document)}, PSA ${amountText(stored)}, difference ${differenceText(difference)}`;
}

function lineTexts({ lines, differingLines }: Proof): readonly string[] {
  const texts = lines.map(lineText);
  return [
    `no sum differs, but ${differingLines === 1 ? 'a line does' : `${differingLines} lines do`}: ${shortList(texts)}`,
  ];
}

function lineText({ label, field, document, stored }: ProofLine): string {
  return `${label}: ${field} ${document}, PSA ${stored}`;
}

function nextStep({ lines }: Proof, apart: readonly ProofSum[]): string {
  const again = 'Push again: what differs is written again, and proven again.';
  if (lines.some(({ cause }) => cause === 'repricing'))
    return `Stop the PSA from pricing lines by its catalogue (price rules, price lists), or bring the products up to date with products.updateExisting. ${again}`;
  const isRounding =
    apart.every(({ explanation }) => explanation?.cause === 'rounding') &&
    lines.every(({ cause }) => cause === 'rounding');
  if (!isRounding)
    return `Look at the lines named in the proof, and at taxes and prices in the PSA. ${again}`;
  const most = [...apart, ...lines]
    .map(({ difference = '0' }) => magnitude(difference))
    .reduce((left, right) => (compare(left, right) >= 0 ? left : right), '0');
  return `Make both round alike (in the PSA, or in the quoting tool), or let a difference of ${amountText(most)} pass (quote.tolerance).`;
}
