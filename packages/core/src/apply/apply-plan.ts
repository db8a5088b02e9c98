import type { RecordId } from '../contract/records.js';
import type { RequestCount } from '../http/request-count.js';
import { documentImage, rememberedHash } from '../plan/document-image.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import type { PlanContext } from '../plan/plan-context.js';
import type { Plan } from '../plan/plan.js';
import { isProven } from '../proof/proof.js';
import { applyUndo } from '../undo/apply-undo.js';
import { BeforeImageJournal, type WrittenRecords } from '../undo/before-image-journal.js';
import { applyAttachment } from './apply-attachment.js';
import { commit, type ApplyContext } from './apply-context.js';
import { applyContact } from './apply-contact.js';
import { applyItems } from './apply-items.js';
import { applyOpportunity } from './apply-opportunity.js';
import { applyQuote, type AppliedQuote } from './apply-quote.js';
import { completeOpportunity } from './complete-opportunity.js';
import { DoneSoFar } from './done-so-far.js';
import { itemResults } from './item-results.js';
import { operationsByKind, type OperationsByKind } from './operations-by-kind.js';
import { pushIssues } from './push-issues.js';
import type { ContactResult, PushResult, RecordResult } from './push-result.js';
import { rememberDecisions } from './remember-decisions.js';
import { refuseConflicts } from './refuse-conflicts.js';
import { stopBetweenSteps } from './stop-between-steps.js';
import { updateItems } from './update-items.js';

export interface ApplyPlanOptions {
  readonly openAttachment: ApplyContext['openAttachment'];
  /** Checked between two requests: a request that is on its way is always finished. */
  readonly signal?: AbortSignal;
  /** Filled on the way, for those who want to know what was written when it fails. */
  readonly done?: DoneSoFar;
  /** Id of the push in the history; undefined: it is not kept there. */
  readonly push?: string;
}

/**
 * Carries out a plan, whatever its purpose. A plan with conflicts is refused.
 *
 * @throws `plan.conflict` with all of them
 */
export async function applyPlan(
  base: PlanContext,
  plan: Plan,
  options: ApplyPlanOptions,
): Promise<PushResult> {
  refuseConflicts(plan);
  const started = base.countRequests();
  const context = uninterrupted(base, plan, options.openAttachment);
  const { done = new DoneSoFar(), push = crypto.randomUUID(), signal } = options;
  const outcome =
    plan.purpose === 'undo'
      ? await applyUndo(context, { signal, done })
      : await applyPush(context, { signal, done, push });
  const { number, type, family } = plan.document;
  const ended = base.countRequests();
  return {
    document: { number, type, family },
    ...outcome,
    requests: total(plan.requests.spent, started, ended),
  };
}

type PushOptions = Required<Pick<ApplyPlanOptions, 'done' | 'push'>> & {
  readonly signal: AbortSignal | undefined;
};

/**
 * Products, client and user, opportunity, quote with its proof, attachments, completion. How things stood before is
 * written down first, and each step is bound as soon as it is done, so that being cut off anywhere loses nothing.
 */
async function applyPush(
  context: ApplyContext,
  { signal, done, push }: PushOptions,
): Promise<Omit<PushResult, 'document' | 'requests'>> {
  const { plan } = context;
  const operations = operationsByKind(plan);
  const journal = await BeforeImageJournal.open(context, push);
  await rememberDecisions(context, operations);
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  const stop = stopBetweenSteps(operations, signal);
  const written: Writable<WrittenRecords> = {};
  const step = (next: string): void => {
    stop(next);
    done.enter(next);
  };
  const { createdItems, contacts, opportunity, quote, attachments, completion } = await carryOut(
    context,
    operations,
    memory,
    { step, done, written },
  ).catch(async (error: unknown) => {
    await journal.close(written, false);
    throw done.tell(error);
  });

  const proof = quote?.proof;
  const proven = proof === undefined || isProven(proof);
  await settle(context, memory, proven);
  await journal.close(written, true);
  return {
    status: statusOf(plan),
    ...(opportunity === undefined ? {} : { opportunity }),
    ...(quote === undefined ? {} : { quote: quote.record }),
    items: itemResults(operations.quote, createdItems, operations.itemUpdates),
    attachments,
    ...(contacts.length === 0 ? {} : { contacts }),
    ...(completion === undefined ? {} : { completion }),
    ...(proof === undefined ? {} : { proof }),
    issues: pushIssues(plan, proof),
  };
}

type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

interface CarriedOut {
  readonly createdItems: ReadonlyMap<string, RecordId>;
  readonly contacts: readonly ContactResult[];
  readonly opportunity: RecordResult | undefined;
  readonly quote: AppliedQuote | undefined;
  readonly attachments: PushResult['attachments'];
  readonly completion: PushResult['completion'] | undefined;
}

async function carryOut(
  context: ApplyContext,
  operations: OperationsByKind,
  memory: FamilyMemory,
  {
    step,
    done,
    written,
  }: {
    readonly step: (next: string) => void;
    readonly done: DoneSoFar;
    readonly written: Writable<WrittenRecords>;
  },
): Promise<CarriedOut> {
  step('the products');
  const createdItems = await applyItems(context, operations.items);
  done.products(createdItems);
  await updateItems(context, operations.itemUpdates);
  for (const { id } of operations.itemUpdates) done.record('product', { id, action: 'updated' });
  const contacts: ContactResult[] = [];
  for (const operation of operations.contacts) {
    step('the client and the user');
    const isClient = operation.object === 'clients';
    const contact = await applyContact(context, operation, isClient ? memory.client : memory.user);
    contacts.push(contact);
    done.record(isClient ? 'client' : 'user', contact);
  }
  step('the opportunity');
  const opportunity =
    operations.opportunity === undefined
      ? undefined
      : await applyOpportunity(context, operations.opportunity, memory.opportunity?.image);
  done.record('opportunity', opportunity);
  if (opportunity !== undefined) written.opportunityId = opportunity.id;
  const opportunityId = opportunity?.id ?? memory.opportunity?.recordId ?? '';
  step('the quote');
  const quote =
    operations.quote === undefined
      ? undefined
      : await applyQuote(context, operations.quote, opportunityId, createdItems, memory);
  if (quote !== undefined) Object.assign(written, { quote, lines: operations.quote?.lines });
  done.record('quote', quote?.record);
  const attachments: PushResult['attachments'][number][] = [];
  for (const operation of operations.attachments) {
    step('the attachments');
    const attachment = await applyAttachment(context, operation, opportunityId);
    attachments.push(attachment);
    done.record('attachment', attachment);
  }
  step('the completion');
  const completion = await completeOpportunity(context, operations.completion, opportunityId);
  if (completion !== undefined && operations.completion?.action === 'update')
    done.record('completion', { id: opportunityId, action: 'updated' });
  return { createdItems, contacts, opportunity, quote, attachments, completion };
}

function statusOf({ operations }: Plan): PushResult['status'] {
  if (operations.length === 0) return 'skipped';
  return operations.every(({ action }) => action === 'keep') ? 'unchanged' : 'written';
}

/** Without the signal: what has been sent is waited for, and the steps in between are where it stops. */
function uninterrupted(
  base: PlanContext,
  plan: Plan,
  openAttachment: ApplyContext['openAttachment'],
): ApplyContext {
  const context: { -readonly [Name in keyof ApplyContext]: ApplyContext[Name] } = {
    ...base,
    plan,
    openAttachment,
  };
  delete context.signal;
  return context;
}

/**
 * The document counts as pushed only when its money is proven; until then a rerun looks at everything again.
 * An unchanged plan knows less of the people than what is remembered already.
 */
async function settle(context: ApplyContext, memory: FamilyMemory, proven: boolean): Promise<void> {
  const { number, family, hash } = context.plan.document;
  const nothing = context.plan.operations.length === 0;
  // Attaching a file says nothing about what was decided for the document.
  const decided = hash !== '' || nothing ? [...memory.decisions.keys()] : [];
  const remember = hash !== '' && hash !== rememberedHash(memory.document);
  await commit(context, {
    closeIntents: memory.intents.map((intent) => intent.id),
    // Where nothing was written, the family may still turn out to be another one.
    numbers: nothing ? [] : [number, family],
    unbind: [
      ...(proven ? [] : [{ kind: 'document', key: family } as const]),
      ...decided.map((key) => ({ kind: 'decision', key }) as const),
    ],
    ...(proven && remember
      ? { bind: [{ kind: 'document', key: family, recordId: number, image: documentImage(context.plan) }] }
      : {}),
  });
}

function total(spent: RequestCount, started: RequestCount, ended: RequestCount): RequestCount {
  return { read: spent.read + ended.read - started.read, write: spent.write + ended.write - started.write };
}
