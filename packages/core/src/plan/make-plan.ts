import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import type { RequestCount } from '../http/request-count.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { selectLines } from '../select/select-lines.js';
import { documentConflicts } from './document-conflicts.js';
import { documentHash, rememberedDocument, soldToHash } from './document-image.js';
import { documentMoney } from './document-money.js';
import { draftPlan, type Draft } from './draft-plan.js';
import { expectedRequests } from './expected-requests.js';
import { rememberFamily } from './family-memory.js';
import type { PlanContext } from './plan-context.js';
import { planFormat, type Plan } from './plan.js';
import { basisOf } from './read-remote.js';
import { settleIntents } from './settle-intents.js';

/** Works out what a document means for the PSA. Reads only. */
export async function makePlan(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<Plan> {
  const before = context.countRequests();
  const family = await resolveFamily(document, options.siblings ?? [], context.state, context.connection);
  const memory = await rememberFamily(context.state, context.connection, family);
  await settleIntents(context, memory.intents);

  const selection = selectLines(document, context.policy);
  const money = documentMoney(document, selection.lines);
  const hash = await documentHash(context, document);
  const blocking = documentConflicts(document, selection, rememberedDocument(memory.document));
  const draft: Draft =
    blocking.length > 0
      ? { operations: [], matches: [], conflicts: blocking, warnings: [], remote: {} }
      : await draftPlan(context, document, options, { family, memory, selection, money, hash });

  const after = context.countRequests();
  return {
    format: planFormat,
    connection: context.connection,
    contactManager: context.contactManagerId,
    createdAt: new Date(context.clock.now()).toISOString(),
    document: {
      number: document.number,
      type: document.type,
      name: document.name,
      family,
      hash,
      soldToHash: await soldToHash(document),
    },
    matches: draft.matches,
    operations: draft.operations,
    conflicts: draft.conflicts,
    warnings: draft.warnings,
    money,
    basis: await basisOf(draft.remote),
    requests: {
      spent: difference(after, before),
      expected: expectedRequests(draft.operations, context.policy),
    },
  };
}

function difference(after: RequestCount, before: RequestCount): RequestCount {
  return { read: after.read - before.read, write: after.write - before.write };
}
