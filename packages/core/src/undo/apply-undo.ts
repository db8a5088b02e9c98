import { applyContact } from '../apply/apply-contact.js';
import { commit, type ApplyContext } from '../apply/apply-context.js';
import { applyOpportunity } from '../apply/apply-opportunity.js';
import { applyQuote, type AppliedQuote } from '../apply/apply-quote.js';
import type { DoneSoFar } from '../apply/done-so-far.js';
import { operationsByKind } from '../apply/operations-by-kind.js';
import type { ContactResult, LineCounts, PushResult, RecordResult } from '../apply/push-result.js';
import { pushIssues } from '../apply/push-issues.js';
import { stale } from '../apply/stale-plan.js';
import { updateItems } from '../apply/update-items.js';
import { updateSurely } from '../apply/update-surely.js';
import { cancelled } from '../errors/cancelled.js';
import { unsettled } from '../plan/document-image.js';
import { rememberFamily, type FamilyMemory } from '../plan/family-memory.js';
import type { Operation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { isProven } from '../proof/proof.js';
import type { BeforeImage } from '../state/before-image-store.js';
import { removeRecord } from './remove-record.js';
import { restoreBindings } from './restore-bindings.js';
import { verifyUnused } from './verify-unused.js';

export interface ApplyUndoOptions {
  readonly signal: AbortSignal | undefined;
  readonly done: DoneSoFar;
}

export type UndoOutcome = Omit<PushResult, 'document' | 'requests'>;

/**
 * Carries out the plan of an undo, in its order. Each step may be repeated: one that was cut off is planned again, and what
 * it has done already is as it was before the push. The bindings of before come back at the very end.
 */
export async function applyUndo(context: ApplyContext, options: ApplyUndoOptions): Promise<UndoOutcome> {
  const { plan } = context;
  // Later it looks otherwise, because its quote is gone by then.
  const opportunity = plan.operations.find((one) => one.kind === 'removal' && one.object === 'opportunity');
  if (opportunity?.kind === 'removal') await verifyUnused(context, 'opportunity', opportunity.id);
  const image = await begin(context);
  const memory = await rememberFamily(context.state, context.connection, plan.document.family);
  const carried = new Carried(context, memory, options.done);
  try {
    for (const [index, operation] of plan.operations.entries()) {
      if (options.signal?.aborted === true)
        throw cancelled(`Stopped. ${plan.operations.length - index} steps of the undo are left.`);
      options.done.enter(stepName(operation));
      await carried.out(operation);
    }
  } catch (error) {
    throw options.done.tell(error);
  }
  const { proof } = carried.quote ?? {};
  const proven = proof === undefined || isProven(proof);
  await restoreBindings(context, image, memory, { removed: carried.removed, proven });
  await context.state.beforeImages.remove(context.connection, image.family, image.id);
  return {
    status: plan.operations.length === 0 ? 'unchanged' : 'written',
    ...carried.result(),
    ...(proof === undefined ? {} : { proof }),
    issues: pushIssues(plan, proof),
  };
}

/**
 * From here on the push counts as one that was cut off: whatever is pushed next looks at everything again.
 *
 * @throws `plan.stale` when another push or undo of the family has come in between
 */
async function begin(context: ApplyContext): Promise<BeforeImage> {
  const { plan, state, connection, clock } = context;
  const { family, number } = plan.document;
  const [image] = await state.beforeImages.list(connection, family);
  if (image === undefined || image.id !== plan.undoes?.push)
    throw stale(`The push of ${number} that it takes back is no longer the last one.`);
  const begun = { ...image, undoneSince: clock.now() };
  await state.beforeImages.put(connection, begun);
  const { document } = await rememberFamily(state, connection, family);
  if (document !== undefined) await commit(context, { bind: [unsettled(document)] });
  return begun;
}

function stepName(operation: Operation): string {
  if (operation.kind === 'removal') return `the ${operation.object}`;
  if (operation.kind === 'itemUpdate') return 'the products';
  if (operation.kind === 'contact') return 'the client and the user';
  return `the ${operation.kind}`;
}

/** What has been carried out. */
class Carried {
  /** Ids of attachments that were deleted. */
  readonly removed = new Set<string>();
  quote: AppliedQuote | undefined;
  #opportunity: RecordResult | undefined;
  #removedQuote: RecordResult | undefined;
  #reopened = false;
  readonly #contacts: ContactResult[] = [];
  readonly #attachments: PushResult['attachments'][number][] = [];
  readonly #context: ApplyContext;
  readonly #memory: FamilyMemory;
  readonly #done: DoneSoFar;

  constructor(context: ApplyContext, memory: FamilyMemory, done: DoneSoFar) {
    this.#context = context;
    this.#memory = memory;
    this.#done = done;
  }

  async out(operation: Operation): Promise<void> {
    const context = this.#context;
    const { opportunity, client, user } = this.#memory;
    switch (operation.kind) {
      case 'reopening': {
        const { id, statusId } = operation;
        context.report('Opening the opportunity again');
        await updateSurely(context, async () =>
          context.contactManager.opportunities.reopen?.(id, statusId, callOptions(context)),
        );
        this.#reopened = true;
        this.#done.record('opportunity', { id, action: 'reopened' });
        return;
      }
      case 'removal': {
        await removeRecord(context, operation);
        const { id, object, name } = operation;
        this.#done.record(object, { id, action: 'removed', name });
        if (object === 'opportunity') this.#opportunity = { id, action: 'removed' };
        if (object === 'quote') this.#removedQuote = { id, action: 'removed' };
        if (object !== 'attachment') return;
        this.removed.add(id);
        this.#attachments.push({ id, name, action: 'removed' });
        return;
      }
      case 'quote':
        this.quote = await applyQuote(
          context,
          operation,
          { id: opportunity?.recordId ?? '', action: 'kept' },
          new Map(),
          this.#memory,
        );
        this.#done.record('quote', this.quote.record);
        return;
      case 'opportunity':
        this.#opportunity = await applyOpportunity(context, operation, opportunity?.image);
        this.#done.record('opportunity', this.#opportunity);
        return;
      case 'contact': {
        const isClient = operation.object === 'clients';
        const contact = await applyContact(context, operation, isClient ? client : user);
        this.#contacts.push(contact);
        this.#done.record(isClient ? 'client' : 'user', contact);
        return;
      }
      case 'itemUpdate':
        await updateItems(context, [operation]);
        this.#done.record('product', { id: operation.id, action: 'updated' });
        return;
      case 'item':
      case 'attachment':
      case 'completion':
        throw stale(`A plan that takes a push back does not hold a step of the kind “${operation.kind}”.`);
    }
  }

  result(): Pick<PushResult, 'opportunity' | 'quote' | 'items' | 'attachments' | 'contacts' | 'reopened'> {
    const quote =
      this.#removedQuote === undefined ? this.quote?.record : { ...this.#removedQuote, lines: noLines };
    return {
      ...(this.#opportunity === undefined ? {} : { opportunity: this.#opportunity }),
      ...(quote === undefined ? {} : { quote }),
      items: operationsByKind(this.#context.plan).itemUpdates.map(({ number, id }) => ({
        number,
        id,
        action: 'updated',
      })),
      attachments: this.#attachments,
      ...(this.#contacts.length === 0 ? {} : { contacts: this.#contacts }),
      ...(this.#reopened ? { reopened: true } : {}),
    };
  }
}

const noLines: LineCounts = { created: 0, updated: 0, removed: 0, kept: 0, foreign: 0 };
