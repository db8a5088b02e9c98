import type { Recurrence } from '@quotebridge/core/plugin';
import type { FieldReader } from '../columns/field-reader.js';
import { billingCycleOf } from '../values/billing-cycle-of.js';
import type { LineContext } from './read-line.js';
import { stated } from './stated.js';

/**
 * How a recurring line is billed. Its dates default to those of the document's contract
 * (https://www.quotewerks.com/updates/UpdateAgent.asp?FeatureID=2138).
 */
export function readRecurrence(
  item: FieldReader<'DocumentItems'>,
  context: LineContext,
): { readonly recurrence?: Recurrence } {
  const firstPaymentIncluded = item.flag('RecurringFirstPaymentIncluded');
  const startsOn = item.date('RecurringStartDate') ?? context.contractStart;
  const endsOn = item.date('RecurringEndDate') ?? context.contractEnd;
  const period = billingCycleOf(item.text('RecurringBillingCycle'));
  if (period === undefined) {
    item.fault('RecurringBillingCycle', 'Weekly, Monthly, Quarterly or Annual for a recurring line');
    return {};
  }
  return {
    recurrence: {
      period,
      ...stated('startsOn', startsOn),
      ...stated('endsOn', endsOn),
      firstPaymentIncluded,
    },
  };
}
