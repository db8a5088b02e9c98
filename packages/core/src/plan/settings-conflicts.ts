import { missingFields } from '../datalink/missing-fields.js';
import type { LinkedValues } from '../datalink/linked-values.js';
import { lookupFaults, lookupValues } from '../resolve/lookup-faults.js';
import type { PlanContext } from './plan-context.js';
import type { Conflict } from './plan.js';
import type { ResolvedDocument } from './resolved-document.js';

/**
 * What in the settings would go wrong, whether this document needs it or not: entries of lists that are gone, and
 * custom fields that a new opportunity must have. Everything known is answered from remembered lists.
 */
export async function settingsConflicts(
  context: PlanContext,
  resolved: Pick<ResolvedDocument, 'ticketTypeId'>,
  linked: LinkedValues,
  isNew: boolean,
): Promise<readonly Conflict[]> {
  const { settingsSchema, settings, contactManager, policy, rules, readLookup, readFields } = context;
  const faults = await lookupFaults(
    [...lookupValues(settingsSchema, settings), ...rules.lookups],
    contactManager.lookups.names,
    readLookup,
  );
  const missing =
    isNew && contactManager.fields !== undefined
      ? await missingFields(readFields, { policy, rules }, resolved.ticketTypeId, linked.values)
      : [];
  return [...faults, ...missing];
}

/** Each question once: what a document needs and what the settings name may be the same. */
export function distinctConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [
    ...new Map(conflicts.map((conflict) => [`${conflict.about}\n${conflict.message}`, conflict])).values(),
  ];
}
