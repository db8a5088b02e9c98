import type { Outcome } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { Ask, PersonChoices } from '../engine/person-choices.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { PlanWarning } from './plan.js';
import type { Reason } from './reason.js';

export interface CompletionQuestion {
  readonly document: QuoteDocument;
  readonly policy: PushPolicy['opportunity'];
  /** How the opportunity stands; undefined when it is still to be created. */
  readonly outcome: Outcome | undefined;
  /** Why the opportunity is created as a won one; undefined when it is not. */
  readonly createdWon: Reason | undefined;
  readonly choices: PersonChoices;
  /** A person decided so for a push of this document that was cut off. */
  readonly decidedBefore: boolean;
  readonly ask: Ask | undefined;
}

/** Why the opportunity is to be won by this document; a warning when a person's wish is not followed; nothing else. */
export type CompletionDecision = { readonly because: Reason } | { readonly warning: PlanWarning } | undefined;

/**
 * A person decides whether a conversion wins the opportunity: beforehand, else when asked, else by the setting. Where
 * the setting says never, a person is still asked, once a won status is named that could be given.
 */
export async function decideCompletion(question: CompletionQuestion): Promise<CompletionDecision> {
  const { document, policy, outcome, createdWon, choices, decidedBefore, ask } = question;
  const { number, type } = document;
  if (type === 'QUOTE')
    return choices.completeAsWon === true ? { warning: onlyConversions(number) } : undefined;
  if (createdWon !== undefined) return { because: createdWon };
  const due = isDue(policy.completeOn, type);
  const decided = choices.completeAsWon ?? (decidedBefore ? true : undefined);
  const asked =
    decided === undefined && outcome === 'open' && mayBeWon(policy)
      ? await ask?.({
          about: 'completeAsWon',
          message: `${number} is an ${type.toLowerCase()} and its opportunity is open: complete it as won?`,
          otherwise: due,
        })
      : undefined;
  const byPerson = decided ?? asked;
  if (byPerson === undefined) return due ? { because: bySetting(type) } : undefined;
  return byPerson ? { because: { from: 'person', text: 'decided for this document' } } : undefined;
}

function mayBeWon({ completeOn, wonStatus }: PushPolicy['opportunity']): boolean {
  return completeOn !== 'never' || wonStatus !== undefined;
}

function isDue(completeOn: PushPolicy['opportunity']['completeOn'], type: 'ORDER' | 'INVOICE'): boolean {
  return completeOn === 'order' || (completeOn === 'invoice' && type === 'INVOICE');
}

function bySetting(type: 'ORDER' | 'INVOICE'): Reason {
  return {
    from: 'setting',
    at: 'opportunity.completeOn',
    text: `the document is an ${type.toLowerCase()}`,
  };
}

function onlyConversions(number: string): PlanWarning {
  const message = `${number} is a quote: its opportunity is not completed as won, only an order or invoice does that.`;
  return { about: 'completion', message };
}
