import type { QuoteDocument } from '../domain/document.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import { readRemote } from '../plan/read-remote.js';
import { documentTitle } from '../plan/wanted-opportunity.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { bindFound } from './bind-found.js';
import type { ReboundFamily } from './rebound-family.js';

/** Rebuilds what the state knew of the documents' families, each found by its marker. */
export async function* rebindDocuments(
  context: PlanContext,
  documents: readonly QuoteDocument[],
): AsyncGenerator<ReboundFamily, void, undefined> {
  const families = new Map<string, QuoteDocument[]>();
  for (const document of documents) {
    const family = await resolveFamily(document, documents, context.state, context.connection);
    families.set(family, [...(families.get(family) ?? []), document]);
  }
  let count = 0;
  for (const [family, members] of families) {
    context.report(`Looking for ${family} (${(count += 1)} of ${families.size})`);
    yield await rebindFamily(context, family, members);
  }
}

async function rebindFamily(
  context: PlanContext,
  family: string,
  members: readonly QuoteDocument[],
): Promise<ReboundFamily> {
  const numbers = members.map(({ number }) => number);
  const named = members.find(({ opportunityId }) => opportunityId !== undefined)?.opportunityId;
  const [first] = members;
  const people =
    first === undefined
      ? undefined
      : await resolvePeople(context.contactManager, first.soldTo, callOptions(context));
  const remote = await readRemote(context, family, nothingRemembered, undefined, {
    ...(people?.clientId === undefined ? {} : { clientId: people.clientId }),
    ...(named === undefined ? {} : { opportunityId: named }),
    titles: [...new Set([...members.map(documentTitle), ...numbers, family])],
  });
  const unknownClient = people?.clientId === undefined && remote.opportunity === undefined;
  const conflicts = [...(unknownClient ? (people?.conflicts ?? []) : []), ...remote.conflicts];
  return bindFound(context, { ...remote, family, numbers, conflicts });
}

const nothingRemembered: FamilyMemory = {
  lines: new Map(),
  attachments: new Map(),
  decisions: new Map(),
  intents: [],
};
