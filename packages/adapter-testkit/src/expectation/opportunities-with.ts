import type { OpportunityPort } from '@quotebridge/core/plugin';
import type { ConformanceSubject } from '../suite/conformance-subject.js';
import { given } from './given.js';

/** The port `opportunities` with a method that an adapter may lack. */
export function opportunitiesWith<Name extends 'listMarked' | 'reopen' | 'addedByOthers' | 'remove'>(
  { contactManager: { opportunities } }: ConformanceSubject,
  name: Name,
): OpportunityPort & Required<Pick<OpportunityPort, Name>> {
  given(opportunities[name], `method “opportunities.${name}” (an adapter without it says so in \`without\`)`);
  return opportunities as OpportunityPort & Required<Pick<OpportunityPort, Name>>;
}
