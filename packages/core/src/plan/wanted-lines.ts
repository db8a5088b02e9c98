import type { QuoteLineFields } from '../contract/records.js';
import type { SelectedLine } from '../select/selected-line.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { isZero } from '../domain/decimal.js';
import { listPriceOf, listPriceReasons } from './list-price.js';
import type { Reason, Reasons } from './reason.js';
import type { ResolvedDocument } from './resolved-document.js';

export interface WantedLine {
  readonly key: string;
  readonly label: string;
  /** Position is given when the lines of other people are known. */
  readonly fields: Omit<QuoteLineFields, 'position'>;
  readonly reasons: Reasons;
  readonly createsItem?: string;
}

/** The quote's lines as the document wants them, each with its product, tax and reasons. */
export function wantedLines(
  lines: readonly SelectedLine[],
  resolved: ResolvedDocument,
  policy: PushPolicy,
): readonly WantedLine[] {
  return lines.map((line) => wantedLine(line, resolved, policy));
}

function wantedLine(line: SelectedLine, resolved: ResolvedDocument, policy: PushPolicy): WantedLine {
  const number = resolved.numbers.byLine.get(line.key);
  const item = number === undefined ? undefined : resolved.items.get(itemNumberKey(number.number));
  const tax = isZero(line.amount) ? undefined : resolved.taxes.get(line.taxCode.trim().toUpperCase());
  const creates = line.kind === 'item' && number !== undefined && item === undefined;
  return {
    key: line.key,
    label: line.name,
    fields: {
      // A discount or freight that a product stands for refers to it.
      kind: item !== undefined && line.kind === 'text' ? 'item' : line.kind,
      itemId: item?.id ?? null,
      itemNumber: number?.number ?? '',
      name: line.name,
      note: line.note,
      quantity: line.quantity,
      price: line.price,
      ...listPriceOf(line, policy.quote.listPrices),
      ...(policy.products.includeCost && line.kind !== 'heading' ? { cost: line.cost } : {}),
      billingPeriod: line.billingPeriod,
      optional: line.optional,
      groupKey: line.groupKey,
      ...(tax?.id === undefined ? {} : { taxId: tax.id }),
    },
    reasons: {
      ...listPriceReasons,
      itemNumber: number?.reason ?? itemReason(undefined, undefined, false),
      itemId: itemReason(item?.name, number?.number, creates),
      name: { from: 'document', at: 'Description', text: 'first line of the description' },
      note: { from: 'document', at: 'Description', text: 'rest of the description, and the notes' },
      cost: { from: 'document', at: 'UnitCost', text: 'the unit cost of the line (products.includeCost)' },
      groupKey: { from: 'document', at: 'LineAttributes', text: 'member of the group above it, or of none' },
      ...line.reasons,
      ...(tax === undefined ? {} : { taxId: tax.reason }),
    },
    ...(creates ? { createsItem: number.number } : {}),
  };
}

function itemReason(name: string | undefined, number: string | undefined, creates: boolean): Reason {
  if (number === undefined) return { from: 'rule', at: 'line-selection', text: 'a line without a product' };
  if (creates)
    return {
      from: 'rule',
      at: 'products.createMissing',
      text: `no product carries the number ${number}: it is created`,
    };
  if (name === undefined)
    return {
      from: 'match',
      at: 'itemNumber',
      text: `no product carries the number ${number}, and none is created`,
    };
  return {
    from: 'match',
    at: 'itemNumber',
    text: `the product “${name}” carries the number ${number}`,
  };
}
