import type { RecordId, StoredQuote } from '../contract/records.js';
import { cancelled } from '../errors/cancelled.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import type { RequestCount } from '../http/request-count.js';
import { documentImage, rememberedHash } from '../plan/document-image.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import type {
  AttachmentOperation,
  CompletionOperation,
  ItemOperation,
  OpportunityOperation,
  QuoteOperation,
} from '../plan/operation.js';
import { callOptions, type PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { itemNumberKey } from '../state/item-number-key.js';
import { applyAttachment } from './apply-attachments.js';
import { commit, type ApplyContext } from './apply-context.js';
import { applyItems } from './apply-items.js';
import { applyOpportunity } from './apply-opportunity.js';
import { applyQuote, type AppliedQuote } from './apply-quote.js';
import { prove } from './prove.js';
import type { Proof } from './proof.js';
import type { PushIssue, PushResult } from './push-result.js';
import { updateSurely } from './update-surely.js';

export interface ApplyPlanOptions {
  readonly readAttachment: (location: string) => Promise<Uint8Array>;
  /** Checked between two requests: a request that is on its way is always finished. */
  readonly signal?: AbortSignal;
}

/**
 * Carries out a plan: products, opportunity, quote, attachments, completion, proof. A plan with conflicts is refused.
 * Each step is bound as soon as it is done, so that being cut off anywhere loses nothing.
 */
export async function applyPlan(
  base: PlanContext,
  plan: Plan,
  options: ApplyPlanOptions,
): Promise<PushResult> {
  refuseConflicts(plan);
  const started = base.countRequests();
  const context = uninterrupted(base, plan, options.readAttachment);
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  const operations = sortOperations(plan);
  const step = stepper(operations, options.signal);

  step('the products');
  const createdItems = await applyItems(context, operations.items);
  step('the opportunity');
  const opportunity =
    operations.opportunity === undefined
      ? undefined
      : await applyOpportunity(context, operations.opportunity, memory.opportunity?.image);
  const opportunityId = opportunity?.id ?? memory.opportunity?.recordId ?? '';
  step('the quote');
  const quote =
    operations.quote === undefined
      ? undefined
      : await applyQuote(context, operations.quote, opportunityId, createdItems, memory);
  step('the attachments');
  const attachments: PushResult['attachments'][number][] = [];
  for (const operation of operations.attachments) {
    attachments.push(await applyAttachment(context, operation, opportunityId));
    step('the attachments');
  }
  step('the completion');
  const completion = await complete(context, operations.completion, opportunityId);

  const proof = proofOf(plan, operations.quote, quote);
  const proven = proof === undefined || proof.verdict === 'equal';
  await settle(context, memory, proven);
  const ended = base.countRequests();
  return {
    document: { number: plan.document.number, type: plan.document.type, family: plan.document.family },
    status: plan.operations.every((operation) => operation.action === 'keep') ? 'unchanged' : 'written',
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote: quote.record }),
    items: itemResults(operations, createdItems),
    attachments,
    ...(completion === undefined ? {} : { completion }),
    ...(proof === undefined ? {} : { proof }),
    requests: total(plan.requests.spent, started, ended),
    issues: issuesOf(plan, proof),
  };
}

/** Without the signal: what has been sent is waited for, and the steps in between are where it stops. */
function uninterrupted(
  base: PlanContext,
  plan: Plan,
  readAttachment: ApplyContext['readAttachment'],
): ApplyContext {
  const context: { -readonly [Name in keyof ApplyContext]: ApplyContext[Name] } = {
    ...base,
    plan,
    readAttachment,
  };
  delete context.signal;
  return context;
}

interface SortedOperations {
  readonly items: readonly ItemOperation[];
  readonly opportunity: OpportunityOperation | undefined;
  readonly quote: QuoteOperation | undefined;
  readonly attachments: readonly AttachmentOperation[];
  readonly completion: CompletionOperation | undefined;
}

function sortOperations({ operations }: Plan): SortedOperations {
  return {
    items: operations.filter((operation) => operation.kind === 'item'),
    opportunity: operations.find((operation) => operation.kind === 'opportunity'),
    quote: operations.find((operation) => operation.kind === 'quote'),
    attachments: operations.filter((operation) => operation.kind === 'attachment'),
    completion: operations.find((operation) => operation.kind === 'completion'),
  };
}

function refuseConflicts(plan: Plan): void {
  const [first, ...more] = plan.conflicts;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  throw new QuotebridgeError('plan.conflict', `${first.message}${others}`, {
    next: first.next,
    data: plan.conflicts.map(({ about, message, next, candidates }) => ({
      about,
      message,
      next,
      candidates: candidates.map(({ id, name }) => ({ id, name })),
    })),
  });
}

/** Stops between two steps when it was asked to, and says what is left. */
function stepper(operations: SortedOperations, signal: AbortSignal | undefined): (next: string) => void {
  const work: readonly (readonly [string, boolean])[] = [
    ['the products', operations.items.length > 0],
    ['the opportunity', operations.opportunity !== undefined && operations.opportunity.action !== 'keep'],
    ['the quote', operations.quote !== undefined && operations.quote.action !== 'keep'],
    ['the attachments', operations.attachments.some((operation) => operation.action !== 'keep')],
    ['the completion', operations.completion?.action === 'update'],
  ];
  return (next) => {
    if (signal?.aborted !== true) return;
    const from = work.findIndex(([name]) => name === next);
    const left = work.slice(from).flatMap(([name, due]) => (due ? [name] : []));
    if (left.length > 0) throw cancelled(`Stopped. Still to be written: ${left.join(', ')}.`);
  };
}

async function complete(
  context: ApplyContext,
  operation: CompletionOperation | undefined,
  opportunityId: RecordId,
): Promise<'won' | 'lost' | undefined> {
  if (operation === undefined) return undefined;
  if (operation.action === 'keep') return operation.outcome;
  context.report(`Completing the opportunity as ${operation.outcome}`);
  const completion = {
    outcome: operation.outcome,
    ...(operation.statusId === undefined ? {} : { statusId: operation.statusId }),
    ...(operation.closureCategoryId === undefined ? {} : { closureCategoryId: operation.closureCategoryId }),
    at: new Date(context.clock.now()).toISOString(),
  };
  await updateSurely(context, () =>
    context.contactManager.opportunities.complete(opportunityId, completion, callOptions(context)),
  );
  return operation.outcome;
}

function proofOf(
  plan: Plan,
  operation: QuoteOperation | undefined,
  applied: AppliedQuote | undefined,
): Proof | undefined {
  const stored: StoredQuote | undefined = applied?.stored;
  if (operation === undefined || applied === undefined || stored === undefined) return undefined;
  return prove(plan.money, operation.lines, stored, applied.source);
}

/**
 * The document counts as pushed only when its money is proven; until then a rerun looks at everything again.
 * An unchanged plan knows less of the people than what is remembered already.
 */
async function settle(context: ApplyContext, memory: FamilyMemory, proven: boolean): Promise<void> {
  const { number, family, hash } = context.plan.document;
  const remember = hash !== '' && hash !== rememberedHash(memory.document);
  await commit(context, {
    closeIntents: memory.intents.map((intent) => intent.id),
    numbers: [number, family],
    ...(proven ? {} : { unbind: [{ kind: 'document', key: family }] }),
    ...(proven && remember
      ? { bind: [{ kind: 'document', key: family, recordId: number, image: documentImage(context.plan) }] }
      : {}),
  });
}

function itemResults(
  operations: SortedOperations,
  created: ReadonlyMap<string, RecordId>,
): PushResult['items'] {
  const results = new Map<string, PushResult['items'][number]>();
  for (const line of operations.quote?.lines ?? []) {
    const { wanted, createsItem } = line;
    const number = createsItem ?? wanted?.itemNumber ?? '';
    const id = createsItem === undefined ? wanted?.itemId : created.get(itemNumberKey(createsItem));
    if (number === '' || typeof id !== 'string' || results.has(number)) continue;
    results.set(number, { number, id, action: createsItem === undefined ? 'matched' : 'created' });
  }
  return [...results.values()];
}

function issuesOf(plan: Plan, proof: Proof | undefined): readonly PushIssue[] {
  const issues: PushIssue[] = plan.warnings.map(({ about, message }) => ({
    level: 'warning',
    about,
    message,
  }));
  if (proof?.verdict === 'different') {
    const sums = proof.sums.filter((sum) => sum.document !== sum.stored);
    const text = sums.map((sum) => `${sum.of}: document ${sum.document}, PSA ${sum.stored}`).join('; ');
    issues.push({
      level: 'error',
      about: 'proof',
      code: 'proof.mismatch',
      message: `What the PSA stored is not what the document says${text === '' ? '' : ` (${text})`}.`,
      next: 'Look at the lines named in the proof, and at taxes and prices in the PSA.',
    });
  }
  return issues;
}

function total(spent: RequestCount, started: RequestCount, ended: RequestCount): RequestCount {
  return { read: spent.read + ended.read - started.read, write: spent.write + ended.write - started.write };
}
