import type { RecordId } from '../contract/records.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import type { Plan } from '../plan/plan.js';
import { isProven } from '../proof/proof.js';
import { BeforeImageJournal, type WrittenRecords } from '../undo/before-image-journal.js';
import { applyAttachment } from './apply-attachment.js';
import type { ApplyContext } from './apply-context.js';
import { applyContact } from './apply-contact.js';
import { applyItems } from './apply-items.js';
import { applyOpportunity } from './apply-opportunity.js';
import { applyQuote, type AppliedQuote } from './apply-quote.js';
import { completeOpportunity } from './complete-opportunity.js';
import type { DoneSoFar } from './done-so-far.js';
import { itemResults } from './item-results.js';
import { operationsByKind, type OperationsByKind } from './operations-by-kind.js';
import { pushIssues } from './push-issues.js';
import type { ContactResult, PushResult, RecordResult } from './push-result.js';
import { rememberDecisions } from './remember-decisions.js';
import { removeTwins } from './remove-twins.js';
import { settlePush, unsettlePush } from './settle-push.js';
import { stopBetweenSteps } from './stop-between-steps.js';
import { updateItems } from './update-items.js';

export interface ApplyPushOptions {
  readonly signal: AbortSignal | undefined;
  readonly done: DoneSoFar;
  /** Id of the push. */
  readonly push: string;
}

/**
 * What was created twice, products, client and user, opportunity, quote with its proof, attachments, completion. How things stood before is
 * written down first, and each step is bound as soon as it is done, so that being cut off anywhere loses nothing.
 */
export async function applyPush(
  given: ApplyContext,
  { signal, done, push }: ApplyPushOptions,
): Promise<Omit<PushResult, 'document' | 'requests'>> {
  const { plan } = given;
  const written: Writable<WrittenRecords> = {};
  const context: ApplyContext = {
    ...given,
    onOpportunity: ({ statusId }) => {
      if (statusId !== undefined) written.opportunityStatusId = statusId;
    },
  };
  const operations = operationsByKind(plan);
  const journal = await BeforeImageJournal.open(context, push);
  await rememberDecisions(context, operations);
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  await unsettlePush(context, memory);
  const stop = stopBetweenSteps(operations, signal);
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
    // The error goes first: without this, an undo only knows less of what the PSA showed.
    await journal.close(written, false).catch(() => undefined);
    throw done.tell(error);
  });

  const proof = quote?.proof;
  const proven = proof === undefined || isProven(proof);
  await settlePush(context, memory, proven);
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
  step('what was created twice');
  await removeTwins(context, operations, done);
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
  const target = opportunity ?? ({ id: memory.opportunity?.recordId ?? '', action: 'kept' } as const);
  step('the quote');
  const quote =
    operations.quote === undefined
      ? undefined
      : await applyQuote(context, operations.quote, target, createdItems, memory);
  if (quote !== undefined) Object.assign(written, { quote, lines: operations.quote?.lines });
  done.record('quote', quote?.record);
  const attachments: PushResult['attachments'][number][] = [];
  for (const operation of operations.attachments) {
    step('the attachments');
    const attachment = await applyAttachment(context, operation, target);
    attachments.push(attachment);
    done.record('attachment', attachment);
  }
  step('the completion');
  const completion = await completeOpportunity(context, operations.completion, target.id);
  if (completion !== undefined && operations.completion?.action === 'update')
    done.record('completion', { id: target.id, action: 'updated' });
  return { createdItems, contacts, opportunity, quote, attachments, completion };
}

function statusOf({ operations }: Plan): PushResult['status'] {
  if (operations.length === 0) return 'skipped';
  return operations.every(({ action }) => action === 'keep') ? 'unchanged' : 'written';
}
