import { periodNames } from '../domain/amount-text.js';
import { billingPeriods, type BillingPeriod } from '../domain/billing-period.js';
import { isZero, multiply, round, sum, zero, type DecimalText } from '../domain/decimal.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Reason } from '../plan/reason.js';
import type { SelectedLine, Selection, SkippedLine } from './selected-line.js';

/**
 * One line for the whole document: the sum of its amounts and of its costs. Where its lines are billed differently or
 * taxed differently there is one for each billing period and tax code, because such money must never be mixed. Options
 * that are not selected are left out: the sum is what the customer pays. Pure.
 */
export function summaryLines(
  document: QuoteDocument,
  { lines, skipped, faults }: Selection,
  itemNumber: SummaryNumber,
): Selection {
  const left = lines.filter((line) => line.optional).map(leftOut);
  const counted = lines.filter((line) => !line.optional && line.kind !== 'heading');
  const parts = partsOf(counted);
  const several = parts.length > 1;
  const taxes = new Set(parts.map(({ taxCode }) => taxCode)).size > 1;
  return {
    lines: parts.map((part) => summaryLine(document, part, itemNumber, { several, taxes })),
    skipped: [...skipped, ...left],
    faults,
  };
}

/** Item number of summary lines, and where its macro stands. */
export interface SummaryNumber {
  readonly number: string;
  readonly at: string;
}

interface Part {
  readonly billingPeriod: BillingPeriod;
  readonly taxCode: string;
  readonly lines: readonly SelectedLine[];
}

/** One for each period and tax code that has money; when none has, one for all that is free of charge. */
function partsOf(lines: readonly SelectedLine[]): readonly Part[] {
  const parts = moneyParts(lines);
  const [first] = lines;
  if (parts.length > 0 || first === undefined) return parts;
  return [{ billingPeriod: first.billingPeriod, taxCode: '', lines }];
}

/** In the order of the periods. What is free of charge has no tax, so that its costs may join any line of its period. */
function moneyParts(lines: readonly SelectedLine[]): readonly Part[] {
  return billingPeriods.flatMap((billingPeriod) => {
    const ofPeriod = lines.filter((line) => line.billingPeriod === billingPeriod);
    const charged = ofPeriod.filter((line) => !isZero(line.amount));
    const free = ofPeriod.filter((line) => isZero(line.amount));
    if (charged.length === 0) {
      const costs = free.some((line) => !isZero(extendedCost(line)));
      return costs ? [{ billingPeriod, taxCode: '', lines: free }] : [];
    }
    const codes = [...new Set(charged.map(taxCodeOf))].sort();
    return codes.map((taxCode, index) => ({
      billingPeriod,
      taxCode,
      lines: [...charged.filter((line) => taxCodeOf(line) === taxCode), ...(index === 0 ? free : [])],
    }));
  });
}

function summaryLine(
  document: QuoteDocument,
  { billingPeriod, taxCode, lines }: Part,
  { number, at }: SummaryNumber,
  { several, taxes }: { readonly several: boolean; readonly taxes: boolean },
): SelectedLine {
  const amount = sum(lines.map((line) => line.amount));
  const title = document.name === '' ? document.number : document.name;
  const tax = taxCode === '' ? 'no tax code' : `tax code ${taxCode}`;
  const which = [...(several ? [periodNames[billingPeriod]] : []), ...(taxes ? [tax] : [])].join(', ');
  const count = lines.length === 1 ? 'one line' : `${lines.length} lines`;
  const setting = (text: string): Reason => ({ from: 'setting', at: 'opportunity.lineHandling', text });
  return {
    key: several ? `summary:${billingPeriod}:${taxCode}` : 'summary',
    kind: 'text',
    itemNumber: {
      number,
      reason: { from: 'setting', at, text: 'the macro for summary lines' },
    },
    name: which === '' ? title : `${title} (${which})`,
    note: '',
    quantity: '1',
    price: amount,
    cost: sum(lines.map(extendedCost)),
    billingPeriod,
    optional: false,
    groupKey: null,
    taxCode,
    inSubtotal: true,
    amount,
    reasons: {
      kind: setting('one line for the whole document'),
      quantity: setting('the sum of all'),
      price: setting(`the sum of ${count}`),
      billingPeriod: setting(several ? 'one line for each billing period and tax code' : 'all lines have it'),
      optional: setting('options that are not selected are left out'),
      name: { from: 'document', at: 'header.DocName', text: 'the name or number of the document' },
      note: setting('a summary lists nothing'),
      cost: setting('the sum of all costs, each rounded as its line is'),
    },
  };
}

function leftOut({ key, name }: SelectedLine): SkippedLine {
  const text = 'an option that is not selected is no part of the summary';
  return { key, label: name, reason: { from: 'setting', at: 'opportunity.lineHandling', text } };
}

function taxCodeOf(line: SelectedLine): string {
  return line.taxCode.trim().toUpperCase();
}

/** As the document counts it: rounded line by line. */
function extendedCost(line: SelectedLine): DecimalText {
  return isZero(line.cost) ? zero : round(multiply(line.quantity, line.cost));
}
