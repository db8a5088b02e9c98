import type { StoredQuote, StoredQuoteLine } from '../contract/records.js';
import { billingPeriods, type BillingPeriod } from '../domain/billing-period.js';
import { add, compare, isZero, multiply, round, type DecimalText } from '../domain/decimal.js';
import type { LineOperation } from '../plan/operation.js';
import type { DocumentMoney } from '../plan/plan.js';
import { matchWritten } from './match-written.js';
import type { Proof, ProofLine, ProofSum } from './proof.js';

const mostLines = 20;
/** What must be stored exactly as the document says it. */
export const comparedFields = ['quantity', 'price', 'cost', 'billingPeriod', 'optional'] as const;

/**
 * Compares what the document says with what the PSA says it has stored: per billing period, options, tax, and line by
 * line. Nothing is adjusted. Lines that people added are not the document's and are left out; the PSA's tax covers them
 * too, so tax is only compared when there are none.
 */
export function prove(
  money: DocumentMoney,
  lines: readonly LineOperation[],
  stored: StoredQuote,
  source: Proof['source'],
): Proof {
  const ours = lines.filter((line) => line.wanted !== undefined);
  const matched = matchWritten(lines, stored.lines ?? []);
  const differences: ProofLine[] = [];
  for (const line of ours) differences.push(...compareLine(line, matched.ours.get(line.key)));
  for (const line of matched.gone) {
    differences.push({
      key: line.key ?? line.id,
      label: line.name ?? line.id,
      field: 'unexpected',
      document: 'no line',
      stored: 'a line',
    });
  }
  const counted = [...matched.ours.values()];
  const sums = [
    ...periodSums(
      money.net,
      counted.filter((line) => line.optional !== true),
      '',
    ),
    ...periodSums(
      money.optional,
      counted.filter((line) => line.optional === true),
      'optional ',
    ),
  ];
  if (money.tax !== undefined && stored.taxTotal !== undefined && matched.foreign.length === 0) {
    sums.push({ of: 'tax', document: money.tax, stored: round(stored.taxTotal) });
  }
  const equal = differences.length === 0 && sums.every((sum) => compare(sum.document, sum.stored) === 0);
  return { verdict: equal ? 'equal' : 'different', source, sums, lines: differences.slice(0, mostLines) };
}

function compareLine(line: LineOperation, stored: StoredQuoteLine | undefined): readonly ProofLine[] {
  const { key, label, wanted } = line;
  if (wanted === undefined) return [];
  if (stored === undefined) return [{ key, label, field: 'missing', document: 'a line', stored: 'no line' }];
  if (wanted.kind === 'heading') return [];
  return comparedFields.flatMap((field): readonly ProofLine[] => {
    const [document, there] = [wanted[field], stored[field]];
    if (document === undefined || there === undefined || document === there) return [];
    return [{ key, label, field, document: String(document), stored: String(there) }];
  });
}

function periodSums(
  document: Readonly<Partial<Record<BillingPeriod, DecimalText>>>,
  lines: readonly StoredQuoteLine[],
  prefix: '' | 'optional ',
): ProofSum[] {
  return billingPeriods.flatMap((period): readonly ProofSum[] => {
    const stored = add(
      ...lines
        .filter((line) => line.kind !== 'heading' && (line.billingPeriod ?? 'oneOff') === period)
        .map((line) => round(line.amount ?? multiply(line.quantity ?? '0', line.price ?? '0'))),
    );
    const stated = document[period] ?? '0';
    return isZero(stored) && isZero(stated) ? [] : [{ of: `${prefix}${period}`, document: stated, stored }];
  });
}
