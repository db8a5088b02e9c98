import { add, isZero, multiply, round, zero } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Reason } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { lineTreatment } from './line-treatment.js';
import type { SelectedLine, Selection, SkippedLine } from './selected-line.js';
import { unitPrice } from './unit-price.js';

/** Key of the line that carries the document's freight. */
export const freightKey = 'freight';

interface Group {
  readonly header: DocumentLine;
  readonly excluded: boolean;
  readonly optional: boolean;
}

/**
 * Decides for every line of a document whether it goes into the quote, and as what. Pure: the same document and policy
 * give the same lines. A group is counted once; options and exclusions of its header hold for its members.
 */
export function selectLines(document: QuoteDocument, policy: PushPolicy): Selection {
  const lines: SelectedLine[] = [];
  const skipped: SkippedLine[] = [];
  const faults: { at: string; message: string }[] = [];
  let lastGroup: Group | undefined;

  for (const line of document.lines) {
    const treatment = lineTreatment[line.lineType];
    if (treatment.as === 'group')
      lastGroup = { header: line, excluded: isExcluded(line), optional: isOption(line) };
    const member = treatment.as === 'group' || line.attributes.includes('groupMember');
    const group = member ? lastGroup : undefined;
    const optional = isOption(line) || group?.optional === true;

    const left = whyLeftOut(line, group, optional, policy);
    if (left !== undefined) {
      skipped.push({ key: line.key, label: label(line), reason: left });
      continue;
    }
    if (
      treatment.as === 'heading' ||
      (treatment.as === 'group' && policy.quote.groupedBundles === 'members')
    ) {
      lines.push(heading(line, optional, treatment.because));
      continue;
    }
    if (treatment.as === 'comment') {
      lines.push({
        ...heading(line, optional, treatment.because),
        kind: 'text',
        quantity: '1',
        groupKey: keyOf(group, line),
      });
      continue;
    }
    const selected = moneyLine(
      line,
      group,
      optional,
      treatment.as === 'text' ? 'text' : 'item',
      treatment.because,
    );
    if ('fault' in selected) faults.push({ at: line.key, message: `${label(line)}: ${selected.fault}` });
    else lines.push(selected);
  }
  const freight = freightLine(document, policy);
  if (freight !== undefined) {
    if (document.lines.some(({ key }) => key === freightKey)) {
      faults.push({
        at: freightKey,
        message: `The key “${freightKey}” belongs to the freight of the document.`,
      });
    }
    lines.push(freight);
  }
  return { lines, skipped, faults };
}

function whyLeftOut(
  line: DocumentLine,
  group: Group | undefined,
  optional: boolean,
  policy: PushPolicy,
): Reason | undefined {
  const treatment = lineTreatment[line.lineType];
  if (isExcluded(line))
    return { from: 'document', at: 'LineAttributes', text: 'the line is excluded from totals' };
  if (group?.excluded === true)
    return { from: 'document', at: group.header.key, text: 'its group is excluded from totals' };
  if (treatment.as === 'skip') return { from: 'rule', at: 'line-selection', text: treatment.because };
  if (optional && policy.quote.options === 'skip') {
    return { from: 'setting', at: 'quote.options', text: 'an option that is not selected' };
  }
  if (treatment.as === 'comment' && policy.quote.comments === 'skip') {
    return { from: 'setting', at: 'quote.comments', text: treatment.because };
  }
  if (group !== undefined && group.header !== line && policy.quote.groupedBundles === 'summary') {
    return {
      from: 'setting',
      at: 'quote.groupedBundles',
      text: `part of the bundle “${label(group.header)}”`,
    };
  }
  return undefined;
}

function moneyLine(
  line: DocumentLine,
  group: Group | undefined,
  optional: boolean,
  kind: 'item' | 'text',
  because: string,
): SelectedLine | { readonly fault: string } {
  const lump = kind === 'text';
  const price = lump
    ? {
        price: line.extendedPrice ?? multiply(line.quantity, line.unitPrice),
        reason: {
          from: 'document',
          at: 'ExtendedPrice',
          text: 'the amount that the document states',
        } as const,
      }
    : unitPrice(line);
  if ('fault' in price) return price;
  const quantity = lump ? '1' : multiply(line.quantity, line.groupQuantity);
  const unit = lump ? multiply(price.price, line.groupQuantity) : price.price;
  const period = line.recurrence?.period;
  return {
    key: line.key,
    kind,
    source: line,
    name: label(line),
    note: note(line),
    quantity,
    price: unit,
    cost: lump ? zero : line.unitCost,
    billingPeriod: period ?? 'oneOff',
    optional,
    groupKey: keyOf(group, line),
    taxCode: line.taxCode,
    inSubtotal: !optional && (line.recurrence === undefined || line.recurrence.firstPaymentIncluded),
    amount: round(multiply(quantity, unit)),
    reasons: {
      kind: { from: 'rule', at: 'line-selection', text: because },
      quantity:
        line.groupQuantity === '1'
          ? { from: 'document', at: 'QtyTotal', text: 'the quantity of the line' }
          : {
              from: 'document',
              at: 'QtyTotal',
              text: `${line.quantity} per group × ${line.groupQuantity} groups`,
            },
      price: price.reason,
      billingPeriod:
        period === undefined
          ? { from: 'document', text: 'the line does not recur' }
          : { from: 'document', at: 'RecurringBillingCycle', text: `billed ${period}` },
      optional: optional
        ? { from: 'document', at: 'LineAttributes', text: 'an option that is not selected' }
        : { from: 'document', at: 'LineAttributes', text: 'no option, or a selected one' },
    },
  };
}

function heading(line: DocumentLine, optional: boolean, because: string): SelectedLine {
  const none: Reason = { from: 'rule', at: 'line-selection', text: `${because}; it carries no money` };
  return {
    key: line.key,
    kind: 'heading',
    source: line,
    name: label(line),
    note: note(line),
    quantity: '1',
    price: zero,
    cost: zero,
    billingPeriod: 'oneOff',
    optional,
    groupKey: null,
    taxCode: '',
    inSubtotal: false,
    amount: zero,
    reasons: { kind: none, quantity: none, price: none, billingPeriod: none, optional: none },
  };
}

function freightLine(document: QuoteDocument, policy: PushPolicy): SelectedLine | undefined {
  const { amount, cost, taxable } = document.freight;
  if (isZero(amount)) return undefined;
  const reason: Reason = { from: 'document', at: 'ShippingAmount', text: 'freight of the document' };
  return {
    key: freightKey,
    kind: 'text',
    name: policy.quote.freightName,
    note: '',
    quantity: '1',
    price: amount,
    cost,
    billingPeriod: 'oneOff',
    optional: false,
    groupKey: null,
    taxCode: taxable ? 'Y' : 'N',
    inSubtotal: false,
    amount: round(amount),
    reasons: { kind: reason, quantity: reason, price: reason, billingPeriod: reason, optional: reason },
  };
}

/** What the selected lines add up to as the document's subtotal counts: freight and options left out. */
export function subtotalOf(lines: readonly SelectedLine[]): string {
  return add(...lines.filter((line) => line.inSubtotal).map((line) => line.amount));
}

function isExcluded(line: DocumentLine): boolean {
  return line.attributes.includes('exclude');
}

function isOption(line: DocumentLine): boolean {
  return line.attributes.includes('option') && !line.attributes.includes('optionSelected');
}

function keyOf(group: Group | undefined, line: DocumentLine): string | null {
  return group === undefined || group.header === line ? null : group.header.key;
}

/** What the label does not say: the rest of the description, and the notes. */
function note(line: DocumentLine): string {
  const text = line.description.replaceAll('\r\n', '\n').trim();
  const name = label(line);
  const rest = text.startsWith(name) ? text.slice(name.length).trim() : text;
  return [rest, line.notes.replaceAll('\r\n', '\n').trim()].filter((part) => part !== '').join('\n\n');
}

/** First line of the description, else whatever names the line. */
function label(line: DocumentLine): string {
  const first = line.description.split(/\r?\n/, 1)[0]?.trim() ?? '';
  const text =
    first === ''
      ? line.manufacturerPartNumber || line.internalPartNumber || line.itemType || line.lineType
      : first;
  return text.length > 250 ? `${text.slice(0, 249)}…` : text;
}
