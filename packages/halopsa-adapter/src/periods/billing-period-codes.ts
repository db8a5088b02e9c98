import { billingPeriods, type BillingPeriod } from '@quotebridge/core/plugin';
import { fieldProfile } from '../profile/field-profile.js';
import type { HaloRecord } from '../record/halo-record.js';
import { readWholeNumber } from '../record/read-values.js';

const codes = fieldProfile.billingPeriodCodes;

export function billingPeriodCode(period: BillingPeriod): number {
  return codes[period];
}

/** Undefined when the record states none, or one without a counterpart, such as six-monthly. */
export function readBillingPeriod(record: HaloRecord, field: string): BillingPeriod | undefined {
  const code = readWholeNumber(record, field);
  return code === undefined ? undefined : billingPeriods.find((period) => codes[period] === code);
}
