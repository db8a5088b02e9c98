import type { QuoteLineKind, StoredQuoteLine } from '@quotebridge/core/plugin';
import { readFieldValues } from '../fields/read-field-values.js';
import { readBillingPeriod } from '../periods/billing-period-codes.js';
import { fieldProfile } from '../profile/field-profile.js';
import { isHaloRecord, type HaloRecord } from '../record/halo-record.js';
import { readDecimal, readFlag, readId, readText, readWholeNumber } from '../record/read-values.js';
import { withoutUndefined } from '../record/without-undefined.js';
import type { HaloSettings } from '../settings/halo-settings.js';
import { writableLine } from './line-body.js';
import { readGroupKey, readHeadings } from './line-groups.js';
import { isRemovedLine, readLineKey } from './line-key.js';
import { readLinePrice } from './line-price.js';
import { readLineTax } from './line-tax.js';

const profile = fieldProfile.line;

/** Lines in order of their position, without those that we emptied in place of removing them. */
export function toQuoteLines(
  lines: readonly unknown[],
  settings: HaloSettings,
  linked?: readonly string[],
): readonly StoredQuoteLine[] {
  const present = lines.filter(isHaloRecord).filter((line) => !isRemovedLine(line));
  const headings = readHeadings(present);
  return present
    .map((line) => toQuoteLine(line, headings, settings, linked))
    .filter((line) => line !== undefined)
    .sort(
      (left, right) => (left.position ?? 0) - (right.position ?? 0) || Number(left.id) - Number(right.id),
    );
}

function toQuoteLine(
  line: HaloRecord,
  headings: ReadonlyMap<number, string | undefined>,
  settings: HaloSettings,
  linked: readonly string[] | undefined,
): StoredQuoteLine | undefined {
  const { freeLineItemId, zeroTaxId } = settings;
  const id = readId(line, 'id');
  if (id === undefined) return undefined;
  const itemId = readId(line, 'item_id');
  const kind = readKind(line, itemId !== undefined && itemId !== freeLineItemId);
  return withoutUndefined<StoredQuoteLine>({
    id,
    key: readLineKey(line),
    kind,
    position: readWholeNumber(line, profile.position),
    itemId: kind === 'item' ? itemId : null,
    itemNumber: readText(line, profile.itemNumber),
    name: readText(line, 'name'),
    note: readText(line, 'note'),
    quantity: readDecimal(line, profile.quantity),
    ...readLinePrice(line, settings.lineDiscount),
    cost: readDecimal(line, profile.cost),
    billingPeriod: readBillingPeriod(line, profile.billingPeriod),
    optional: readFlag(line, profile.optional),
    groupKey: readGroupKey(line, headings),
    taxId: readLineTax(line, zeroTaxId),
    linked: readFieldValues('lineItems', line, linked),
    amount: readDecimal(line, profile.amount),
    tax: readDecimal(line, profile.taxAmount),
    accepted: readWholeNumber(line, profile.acceptance) === profile.accepted ? true : undefined,
    opaque: writableLine(line),
  });
}

function readKind(line: HaloRecord, hasItem: boolean): QuoteLineKind {
  if (readFlag(line, profile.isHeading) === true) return 'heading';
  return hasItem ? 'item' : 'text';
}
