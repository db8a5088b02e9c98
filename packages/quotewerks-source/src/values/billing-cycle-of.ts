import type { Recurrence } from '@quotebridge/core/plugin';

/** Billing cycles of QuoteWerks (https://quotewerks.com/help/HelpFileLatest_v52/recurringtab.htm) and their synonyms. */
const cycles = new Map<string, Recurrence['period']>([
  ['weekly', 'weekly'],
  ['monthly', 'monthly'],
  ['quarterly', 'quarterly'],
  ['annual', 'yearly'],
  ['annually', 'yearly'],
  ['yearly', 'yearly'],
]);

export function billingCycleOf(text: string): Recurrence['period'] | undefined {
  return cycles.get(text.toLowerCase());
}
