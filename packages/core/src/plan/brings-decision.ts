import type { StoredQuote } from '../contract/records.js';
import { newOpportunity, type PersonChoices } from '../engine/person-choices.js';
import { bringsEdits } from './edit-quote.js';
import type { FamilyMemory } from './family-memory.js';

/**
 * Whether a person's choices, or a decision that was cut off, ask for something that an unchanged document would not
 * bring about by itself.
 */
export function bringsDecision(
  choices: PersonChoices | undefined,
  memory: FamilyMemory,
  boundQuote: StoredQuote | undefined,
): boolean {
  const { opportunity, completeAsWon, quote } = choices ?? {};
  return (
    completeAsWon === true ||
    memory.decisions.size > 0 ||
    (opportunity !== undefined &&
      opportunity !== newOpportunity &&
      opportunity !== memory.opportunity?.recordId) ||
    bringsEdits(quote, memory.quote?.image, boundQuote)
  );
}
