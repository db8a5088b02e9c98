import { billingPeriods, type BillingPeriod } from '../domain/billing-period.js';
import { add, isZero, round, sum, zero, type DecimalText } from '../domain/decimal.js';
import type { DocumentMoney } from '../plan/plan.js';
import { explainByLines, proofSum, type DifferingLines } from './explain-sum.js';
import { cents, storedAmount, wantedAmount, type LinePair } from './line-pairs.js';
import type { ProofSum } from './proof.js';
import { amountRules, findRule, type LineFigure } from './rounding-rules.js';

/**
 * What the lines come to by billing period: what is bought, what is optional, and what discount lines take off. The PSA's
 * lines are each counted in whole cents, as the document counts its own.
 */
export function lineSums(
  money: DocumentMoney,
  pairs: readonly LinePair[],
  differing: DifferingLines,
): readonly ProofSum[] {
  const discounts = new Map(money.discounts?.map(({ key, amount }) => [key, amount]));
  return [
    ...sums('', money.net, (line) => line.optional !== true),
    ...sums('optional ', money.optional, (line) => line.optional === true),
    ...sums(
      'discount ',
      discountAmounts(pairs, discounts),
      (line) => line.optional !== true,
      (pair) => discounts.has(pair.key),
    ),
  ];

  function sums(
    prefix: '' | 'optional ' | 'discount ',
    document: DocumentMoney['net'],
    counts: (line: { readonly optional?: boolean }) => boolean,
    isMeant: (pair: LinePair) => boolean = () => true,
  ): readonly ProofSum[] {
    const meant = pairs.filter(isMeant);
    return billingPeriods.flatMap((period) => {
      const parts = meant.map((pair) => partOf(pair, period, counts));
      const stored = sum(parts.map((part) => part.stored));
      const stated = document[period] ?? zero;
      if (isZero(stored) && isZero(stated)) return [];
      return [
        proofSum(`${prefix}${period}`, stated, stored, () => {
          const apart = parts.filter((part) => part.document !== part.stored);
          const explanation = explainByLines(
            apart.map(({ pair }) => pair.key),
            differing,
          );
          if (explanation.cause !== 'rounding') return explanation;
          const figures = parts.filter(({ isWanted }) => isWanted).map(({ pair }) => figureOf(pair));
          const rule = findRule(amountRules, figures, stored);
          // The lines that differ say how themselves; the rule says it of the sum.
          return rule === undefined
            ? explanation
            : {
                ...explanation,
                rounding: rule.name,
                text: `The PSA's sum is ${rule.text}. ${explanation.text}`,
              };
        }),
      ];
    });
  }
}

/** Nothing that the plan says of discounts is more than the document says: only lines that are still there count. */
function discountAmounts(
  pairs: readonly LinePair[],
  discounts: ReadonlyMap<string, DecimalText>,
): DocumentMoney['net'] {
  const sums: Partial<Record<BillingPeriod, DecimalText>> = {};
  for (const { key, wanted } of pairs) {
    const amount = discounts.get(key);
    if (amount === undefined || wanted.optional) continue;
    sums[wanted.billingPeriod] = add(sums[wanted.billingPeriod] ?? zero, amount);
  }
  return sums;
}

interface Part {
  readonly pair: LinePair;
  readonly isWanted: boolean;
  readonly document: DecimalText;
  readonly stored: DecimalText;
}

function partOf(
  pair: LinePair,
  period: BillingPeriod,
  counts: (line: { readonly optional?: boolean }) => boolean,
): Part {
  const { wanted, stored } = pair;
  const isWanted = counts(wanted) && wanted.billingPeriod === period;
  const isStored = stored !== undefined && counts(stored) && (stored.billingPeriod ?? 'oneOff') === period;
  return {
    pair,
    isWanted,
    document: isWanted ? round(wantedAmount(pair)) : zero,
    stored: isStored ? cents(storedAmount(stored)) : zero,
  };
}

function figureOf(pair: LinePair): LineFigure {
  const { quantity, price } = pair.wanted;
  return { key: pair.key, label: pair.label, exact: wantedAmount(pair), factors: { quantity, price } };
}
