import type { RecordId } from '../contract/records.js';
import { newOpportunity, type PersonChoices } from '../engine/person-choices.js';
import type { PlanWarning } from './plan.js';

/** A new opportunity that a person wants for a document that has one is not created, so that a push can be run again. */
export function keepsItsOpportunity(
  number: string,
  id: RecordId | undefined,
  choice: PersonChoices['opportunity'],
): readonly PlanWarning[] {
  if (choice !== newOpportunity || id === undefined) return [];
  const message = `${number} is linked to the opportunity ${id} already and keeps it; no new one is created.`;
  return [{ about: 'opportunity', message }];
}
