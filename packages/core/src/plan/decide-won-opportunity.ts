import type { QuoteDocument } from '../domain/document.js';
import type { Ask, PersonChoices } from '../engine/person-choices.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Reason } from './reason.js';

export interface WonOpportunityQuestion {
  readonly document: QuoteDocument;
  readonly policy: PushPolicy['opportunity'];
  readonly choices: PersonChoices;
  /** A person decided so for a push of this document that was cut off. */
  readonly decidedBefore: boolean;
  readonly ask: Ask | undefined;
}

/**
 * Why an order or invoice that has no opportunity gets a won one; undefined when it gets none. Only a person decides
 * that, and is only asked where the setting says so.
 */
export async function decideWonOpportunity(question: WonOpportunityQuestion): Promise<Reason | undefined> {
  const { document, policy, choices, decidedBefore, ask } = question;
  const decided = choices.createWon ?? (decidedBefore ? true : undefined);
  const asked =
    decided === undefined && policy.createWonWhenNone
      ? await ask?.({
          about: 'createWon',
          message: `${document.number} is an ${document.type.toLowerCase()} without an opportunity: create a won one?`,
          otherwise: false,
        })
      : undefined;
  if ((decided ?? asked) !== true) return undefined;
  return { from: 'person', text: 'a won opportunity was asked for, because the document has none' };
}
