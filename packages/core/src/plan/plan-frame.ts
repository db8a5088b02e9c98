import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import type { RequestCount } from '../http/request-count.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { expectedRequests } from './expected-requests.js';
import { rememberFamily, type FamilyMemory } from './family-memory.js';
import type { PlanContext } from './plan-context.js';
import { planFormat, type Plan } from './plan.js';
import { settleIntents } from './settle-intents.js';

/** What every kind of plan begins with. */
export interface PlanFrame {
  readonly family: string;
  readonly memory: FamilyMemory;
  /** Requests before the first of the plan's own. */
  readonly before: RequestCount;
}

/** What is special to one kind of plan. */
export type PlanContent = Pick<
  Plan,
  'matches' | 'operations' | 'conflicts' | 'warnings' | 'money' | 'basis'
> & { readonly hash: string; readonly soldToHash: string };

/** Finds the family of a document and what is remembered of it, once nothing of it is on its way any more. */
export async function openFrame(
  context: PlanContext,
  document: QuoteDocument,
  options: PlanOptions,
): Promise<PlanFrame> {
  const before = context.countRequests();
  const family = await resolveFamily(document, options.siblings ?? [], context.state, context.connection);
  const memory = await rememberFamily(context.state, context.connection, family);
  await settleIntents(context, memory.intents);
  return { family, memory, before };
}

export function closeFrame(
  context: PlanContext,
  document: QuoteDocument,
  { family, before }: PlanFrame,
  { hash, soldToHash, ...content }: PlanContent,
): Plan {
  const after = context.countRequests();
  const { number, type, name } = document;
  return {
    format: planFormat,
    connection: context.connection,
    ...(context.contactManager.target === undefined ? {} : { target: context.contactManager.target }),
    contactManager: context.contactManagerId,
    createdAt: new Date(context.clock.now()).toISOString(),
    document: { number, type, name, family, hash, soldToHash },
    ...content,
    requests: {
      spent: { read: after.read - before.read, write: after.write - before.write },
      expected: expectedRequests(content.operations, context.policy),
    },
  };
}
