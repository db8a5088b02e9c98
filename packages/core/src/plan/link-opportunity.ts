import type { StoredOpportunity } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import type { People } from '../resolve/resolve-people.js';
import { chooseOpportunity } from './choose-opportunity.js';
import { decideWonOpportunity } from './decide-won-opportunity.js';
import { decisionOf, type FamilyMemory } from './family-memory.js';
import type { PlanContext } from './plan-context.js';
import type { Conflict, Match, PlanWarning } from './plan.js';
import type { Reason } from './reason.js';
import type { RemoteRecords } from './read-remote.js';

/** The opportunity that a document goes to, and whether it gets one at all. */
export interface LinkedOpportunity {
  /** Undefined: a new one is created, unless `none`. */
  readonly opportunity?: StoredOpportunity;
  /** Why a new one is created as a won one. */
  readonly createdWon?: Reason;
  /** Why nothing is written: the order or invoice has no opportunity, and nobody wants one. */
  readonly none?: PlanWarning;
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
}

export interface LinkInput {
  readonly family: string;
  readonly memory: FamilyMemory;
  readonly people: People;
  readonly remote: RemoteRecords;
  readonly options: Pick<PlanOptions, 'choices' | 'ask' | 'attachments'>;
}

/** Finds out from the PSA, the choices of a person and the settings which opportunity a document goes to. */
export async function linkOpportunity(
  context: PlanContext,
  document: QuoteDocument,
  { family, memory, people, remote, options }: LinkInput,
): Promise<LinkedOpportunity> {
  const { choices = {} } = options;
  // What is going to be refused asks no questions.
  const refused = people.conflicts.length > 0 || remote.conflicts.length > 0;
  const ask = refused ? undefined : options.ask;
  const decidedBefore = decisionOf(memory, 'won', document.number) !== undefined;
  const chosenBefore = decisionOf(memory, 'opportunity', document.number)?.wanted['id'];
  const chosen = await chooseOpportunity(context, document, {
    family,
    current: remote.opportunity,
    people,
    choice: choices.opportunity,
    ...(typeof chosenBefore === 'string' ? { chosenBefore } : {}),
    ask: choices.createWon === true || decidedBefore ? undefined : ask,
  });
  const { wantsNew, ...linked } = chosen;
  const goesOn =
    document.type === 'QUOTE' ||
    wantsNew ||
    linked.opportunity !== undefined ||
    refused ||
    linked.conflicts.length > 0;
  if (goesOn) return linked;
  const createdWon = await decideWonOpportunity({
    document,
    policy: context.policy.opportunity,
    choices,
    decidedBefore,
    ask,
  });
  return createdWon === undefined
    ? { ...linked, none: withoutOpportunity(document, options.attachments?.length ?? 0) }
    : { ...linked, createdWon };
}

function withoutOpportunity({ number, type }: QuoteDocument, files: number): PlanWarning {
  const attached = files === 0 ? '' : ', and no file is attached';
  return {
    about: 'opportunity',
    message: `The ${type.toLowerCase()} ${number} has no opportunity in the PSA, so nothing is written${attached}.`,
    next: 'Choose an opportunity for it, ask for a won one (--create-won), or push the quote that it was made of first.',
  };
}
