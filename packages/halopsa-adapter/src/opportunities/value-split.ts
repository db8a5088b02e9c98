import { billingPeriods, decimal, type DecimalText, type PeriodAmounts } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readDecimal } from '../record/read-values.js';

const parts: Readonly<Record<string, string>> = fieldProfile.opportunity.valueParts;

/**
 * The deal value by billing period as HaloPSA's three fields. A split that they cannot hold exactly (a weekly or
 * quarterly part, or a part of zero, which could not be told from none) is not written: all three become zero and the
 * sum alone stands in the deal value. So a split that is read is always the one that was written.
 */
export function splitFields(split: PeriodAmounts): Record<string, number> {
  const amounts = billingPeriods.flatMap((period) => {
    const amount = split[period];
    return amount === undefined ? [] : [{ field: parts[period], amount }];
  });
  const exact = amounts.every(({ field, amount }) => field !== undefined && !decimal.isZero(amount));
  const fields: Record<string, number> = {};
  for (const field of Object.values(parts)) {
    const amount = exact ? amounts.find((part) => part.field === field)?.amount : undefined;
    fields[field] = decimal.toNumber(amount ?? decimal.zero);
  }
  return fields;
}

/** Undefined when the record has no split, or an unwritten one. */
export function readSplit(record: HaloRecord): PeriodAmounts | undefined {
  const split: { -readonly [Period in keyof PeriodAmounts]: DecimalText } = {};
  for (const period of billingPeriods) {
    const field = parts[period];
    const amount = field === undefined ? undefined : readDecimal(record, field);
    if (amount !== undefined && !decimal.isZero(amount)) split[period] = amount;
  }
  return Object.keys(split).length === 0 ? undefined : split;
}
