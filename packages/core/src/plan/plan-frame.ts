import type { QuoteDocument } from '../domain/document.js';
import type { PlanOptions } from '../engine/engine-types.js';
import type { RequestCount } from '../http/request-count.js';
import { resolveFamily } from '../resolve/resolve-family.js';
import { rememberFamily, type FamilyMemory } from './family-memory.js';
import { finishPlan, type PlanSubject } from './finish-plan.js';
import type { PlanContext } from './plan-context.js';
import type { Plan, PlannedDocument } from './plan.js';
import { settleIntents } from './settle-intents.js';

/** What every kind of plan begins with. */
export interface PlanFrame {
  readonly family: string;
  readonly memory: FamilyMemory;
  /** Where the host finds the document again. */
  readonly location?: string;
  /** Requests before the first of the plan's own. */
  readonly before: RequestCount;
}

/** What is special to one kind of plan. */
export type PlanContent = Omit<PlanSubject, 'undoes' | 'document'> &
  Pick<PlannedDocument, 'hash' | 'soldToHash'>;

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
  const { location } = options;
  return { family, memory, before, ...(location === undefined ? {} : { location }) };
}

/** The plan of a document that was read. */
export function closeFrame(
  context: PlanContext,
  document: QuoteDocument,
  { family, location, before }: PlanFrame,
  { hash, soldToHash, ...content }: PlanContent,
): Promise<Plan> {
  const { number, type, name } = document;
  const planned: PlannedDocument = {
    number,
    type,
    name,
    family,
    hash,
    soldToHash,
    content: document,
    ...(location === undefined ? {} : { location }),
  };
  return finishPlan(context, { document: planned, ...content }, before);
}
