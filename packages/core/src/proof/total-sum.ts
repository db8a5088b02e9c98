import type { StoredQuote, StoredQuoteLine } from '../contract/records.js';
import { billingPeriods } from '../domain/billing-period.js';
import { add, multiply, round, subtract, zero, type DecimalText } from '../domain/decimal.js';
import type { DocumentMoney } from '../plan/plan.js';
import { explainByLines, explainByRounding, proofSum, type DifferingLines } from './explain-sum.js';
import { cents, storedAmount, type LinePairs } from './line-pairs.js';
import { mostLines, type Proof, type ProofExplanation, type ProofSum } from './proof.js';
import { amountRules, findRule, type LineFigure } from './rounding-rules.js';
import { isTaken, type TaxProof } from './tax-sum.js';

/** Why a total differs whose parts differ by as much. */
export const followsFromParts = 'It follows from the sums before it.';

/**
 * The PSA's own total of the quote beside the document's: what is right on every line may still be wrong in the sum that
 * the customer reads. With tax where the tax is compared as a whole, else without.
 */
export function totalSum(
  money: DocumentMoney,
  pairs: LinePairs,
  quote: StoredQuote,
  {
    sums,
    tax,
    differing,
  }: {
    readonly sums: readonly ProofSum[];
    readonly tax: TaxProof;
    readonly differing: DifferingLines;
  },
): { readonly sum?: ProofSum; readonly notCompared: Proof['notCompared'] } {
  const withTax = tax.isWhole && tax.sum !== undefined && quote.total !== undefined;
  const stated = withTax ? quote.total : quote.netTotal;
  if (stated === undefined) return { notCompared: [] };
  const others = pairs.foreign.length > 0 ? 'lines that people added' : 'options that the customer has taken';
  if (pairs.foreign.length > 0 || pairs.pairs.some(isTaken))
    return { notCompared: [{ of: 'total', why: `the total in the PSA counts ${others}, too` }] };
  const net = add(...billingPeriods.map((period) => money.net[period] ?? zero));
  const taxes = withTax ? tax.sum : undefined;
  const document = round(add(net, taxes?.document ?? zero));
  const stored = cents(stated);
  const sum = proofSum(withTax ? 'total' : 'net', document, stored, () =>
    explainTotal(subtract(stored, document), subtract(stored, taxes?.stored ?? zero), {
      pairs,
      differing,
      parts: [...sums.filter(({ of }) => isPeriod(of)), ...(taxes === undefined ? [] : [taxes])],
    }),
  );
  return { sum, notCompared: [] };
}

function isPeriod(of: ProofSum['of']): boolean {
  return billingPeriods.some((period) => period === of);
}

/** @param net what the PSA's total comes to without tax */
function explainTotal(
  difference: DecimalText,
  net: DecimalText,
  {
    pairs,
    differing,
    parts,
  }: {
    readonly pairs: LinePairs;
    readonly differing: DifferingLines;
    readonly parts: readonly ProofSum[];
  },
): ProofExplanation {
  const apart = parts.filter((part) => part.difference !== undefined);
  if (add(...apart.map((part) => part.difference ?? zero)) === difference) return fromParts(apart);
  const stated = figuresOf(pairs, storedAmount);
  const exact = figuresOf(pairs, ({ quantity = zero, price = zero }) => multiply(quantity, price));
  const rule = findRule(amountRules, stated, net) ?? findRule(amountRules, exact, net);
  if (rule !== undefined)
    return explainByRounding(rule, `The PSA's total is ${rule.text}, the document's line by line`, exact);
  const unwanted = pairs.gone.map(({ id, key }) => key ?? id);
  const doubled = add(
    ...pairs.gone.map((line) => (line.optional === true ? zero : cents(storedAmount(line)))),
  );
  const rest = subtract(difference, add(...apart.map((part) => part.difference ?? zero)));
  if (unwanted.length > 0 && rest === doubled) return explainByLines(unwanted, differing);
  return {
    cause: 'unknown',
    text: 'No line explains it: something on the quote itself, such as carriage or a discount, changes its total.',
    lines: [],
  };
}

/** Of the lines that the PSA counts, as it shows them. */
function figuresOf(
  { pairs }: LinePairs,
  amountOf: (line: StoredQuoteLine) => DecimalText,
): readonly LineFigure[] {
  return pairs.flatMap(({ key, label, stored }): readonly LineFigure[] => {
    if (stored === undefined || stored.kind === 'heading' || stored.optional === true) return [];
    const { quantity = zero, price = zero } = stored;
    return [{ key, label, exact: round(amountOf(stored), 8), factors: { quantity, price } }];
  });
}

function fromParts(parts: readonly ProofSum[]): ProofExplanation {
  const explanations = parts.flatMap(({ explanation }) => explanation ?? []);
  const causes = new Set(explanations.map(({ cause }) => cause));
  const [only] = causes;
  const cause = causes.size === 1 && only !== undefined ? only : causes.has('unknown') ? 'unknown' : 'lines';
  const lines = [...new Set(explanations.flatMap((explanation) => explanation.lines))].slice(0, mostLines);
  return { cause, text: followsFromParts, lines };
}
