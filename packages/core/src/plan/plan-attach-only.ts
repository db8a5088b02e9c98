import type { RecordId } from '../contract/records.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { resolvePeople } from '../resolve/resolve-people.js';
import { expectedRequests } from './expected-requests.js';
import { rememberFamily } from './family-memory.js';
import { familyMarker } from './markers.js';
import { planAttachments } from './plan-attachments.js';
import { callOptions, type PlanContext } from './plan-context.js';
import { planFormat, type Conflict, type Plan } from './plan.js';
import { settleIntents } from './settle-intents.js';
import { documentTitle } from './wanted-opportunity.js';

/** A plan that attaches files to the opportunity of a document and does nothing else. */
export async function planAttachOnly(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<Plan> {
  const before = context.countRequests();
  const family = await resolveFamily(document, options.siblings ?? [], context.state, context.connection);
  const memory = await rememberFamily(context.state, context.connection, family);
  await settleIntents(context, memory.intents);
  const conflicts: Conflict[] = [];
  const opportunityId = memory.opportunity?.recordId ?? (await findByMarker(context, document, family));
  if (opportunityId === undefined) {
    conflicts.push({
      about: 'opportunity',
      message: `${document.number} has no opportunity in the PSA yet.`,
      next: 'Push the document first; push takes --attach, too.',
      candidates: [],
    });
  }
  const files = await planAttachments(context, family, options.attachments ?? [], memory, opportunityId);
  const after = context.countRequests();
  const marker = familyMarker(family).key;
  return {
    format: planFormat,
    connection: context.connection,
    contactManager: context.contactManagerId,
    createdAt: new Date(context.clock.now()).toISOString(),
    // Without hashes: attaching says nothing about whether the document itself was pushed.
    document: {
      number: document.number,
      type: document.type,
      name: document.name,
      family,
      hash: '',
      soldToHash: '',
    },
    matches: [],
    operations: [
      ...(opportunityId === undefined
        ? []
        : [
            {
              kind: 'opportunity',
              action: 'keep',
              id: opportunityId,
              ...(memory.opportunity?.image.url === undefined ? {} : { url: memory.opportunity.image.url }),
              marker,
              wanted: {},
              before: {},
              reasons: {},
              image: memory.opportunity?.image.wanted ?? {},
            } as const,
          ]),
      ...files.operations,
    ],
    conflicts: [...conflicts, ...files.conflicts],
    warnings: [],
    money: { net: {}, optional: {} },
    basis: [],
    requests: {
      spent: { read: after.read - before.read, write: after.write - before.write },
      expected: expectedRequests(files.operations, context.policy),
    },
  };
}

async function findByMarker(
  context: PlanContext,
  document: QuoteDocument,
  family: string,
): Promise<RecordId | undefined> {
  const people = await resolvePeople(context.contactManager, document.soldTo, callOptions(context));
  if (people.clientId === undefined) return undefined;
  const found = await context.contactManager.opportunities.findByMarker(
    familyMarker(family),
    { clientId: people.clientId, titles: [documentTitle(document), document.number, family] },
    callOptions(context),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
