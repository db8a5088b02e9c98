import type { RecordId, StoredQuote } from '../contract/records.js';
import type { WriteAnswer } from '../contract/marker.js';
import { QuotebridgeError } from '../errors/quotebridge-error.js';
import { quoteStamp } from '../plan/content-stamp.js';
import { rememberedHash } from '../plan/document-image.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { LineOperation, QuoteOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { isProven, type Proof } from '../proof/proof.js';
import type { Binding } from '../state/state-store.js';
import { commit, type ApplyContext } from './apply-context.js';
import { countLines } from './count-lines.js';
import { imageAfterWrite } from './image-after-write.js';
import { isOwnWord } from './is-own-word.js';
import { lineBindings } from './line-bindings.js';
import { withItem } from './line-writes.js';
import { proveQuote } from './prove-quote.js';
import type { LineCounts, RecordResult } from './push-result.js';
import { withoutDoubles } from './settle-lines.js';
import { stampStanding } from './stamp-standing.js';
import { createQuote, quotesOf, updateQuote } from './write-quote.js';

export interface AppliedQuote {
  readonly record: RecordResult & { readonly lines: LineCounts };
  /** As the PSA shows it afterwards, with all lines; undefined when nothing was written and all is proven already. */
  readonly stored?: StoredQuote;
  /** Undefined when nothing was written and all is proven already. */
  readonly proof?: Proof;
}

/** Carries out the quote's part of a plan: one write for any number of lines, then binds quote and lines. */
export async function applyQuote(
  context: ApplyContext,
  operation: QuoteOperation,
  opportunity: Pick<RecordResult, 'id' | 'action'>,
  createdItems: ReadonlyMap<string, RecordId>,
  memory: FamilyMemory,
): Promise<AppliedQuote> {
  const lines = operation.lines.map((line) => withItem(line, createdItems));
  const counts = countLines(lines);
  const bound = { operation, lines, memory };
  if (operation.action === 'keep') {
    const id = operation.id ?? '';
    await bind(context, bound, { id }, undefined, stampStanding(context.plan, 'quote', memory.quote?.image));
    const url = operation.url === undefined ? {} : { url: operation.url };
    const record = { id, action: 'kept', lines: counts, ...url } as const;
    const { hash } = context.plan.document;
    if (hash === '' || hash === rememberedHash(memory.document)) return { record };
    // Nothing to write, but this document was never proven: a difference must not be forgotten by pushing again.
    const { stored, source } = await complete(context, { id });
    return { record, stored, proof: await proveQuote(context, lines, stored, source) };
  }
  const marker = { key: operation.marker, stamp: await quoteStamp(operation.image, operation.lines) };
  const write = operation.action === 'create' ? createQuote : updateQuote;
  const lookFirst = opportunity.action === 'found';
  const { id: opportunityId } = opportunity;
  const { answer, intentId, action } = await write(context, {
    operation,
    lines,
    opportunityId,
    marker,
    lookFirst,
  });
  const written = await complete(context, answer);
  const { source } = written;
  const stored = await withoutDoubles(
    context,
    written.stored,
    lines,
    marker,
    async (again) => (await complete(context, again)).stored,
  );
  const proof = await proveQuote(context, lines, stored, source);
  const shown = { stored, isProven: isProven(proof) };
  await bind(context, bound, answer, shown, marker.stamp, intentId);
  const url = answer.url ?? operation.url;
  return {
    record: { id: answer.id, action, lines: counts, ...(url === undefined ? {} : { url }) },
    stored,
    proof,
  };
}

/** The record as it stands after the write, by the PSA's own word. */
async function complete(
  context: ApplyContext,
  answer: WriteAnswer<StoredQuote>,
): Promise<{ readonly stored: StoredQuote; readonly source: 'answer' | 'readBack' }> {
  const { stored: shown } = answer;
  if (shown !== undefined && context.policy.quote.proof === 'answer' && isOwnWord(shown, context.plan.money))
    return { stored: shown, source: 'answer' };
  context.report('Reading the quote back');
  const stored = await quotesOf(context).get(answer.id, callOptions(context));
  if (stored === undefined) {
    throw new QuotebridgeError(
      'remote.unexpected',
      `The quote ${answer.id} was written, but cannot be read back.`,
      {
        next: 'Look at it in the PSA, then push again.',
      },
    );
  }
  return { stored, source: 'readBack' };
}

interface BoundQuote {
  readonly operation: QuoteOperation;
  readonly lines: readonly LineOperation[];
  readonly memory: FamilyMemory;
}

async function bind(
  context: ApplyContext,
  { operation, lines, memory }: BoundQuote,
  answer: { readonly id: RecordId; readonly url?: string },
  shown: { readonly stored: StoredQuote; readonly isProven: boolean } | undefined,
  stamp: string | undefined,
  intentId?: string,
): Promise<void> {
  const same = memory.quote !== undefined && memory.quote.recordId === answer.id;
  const header: Binding = {
    kind: 'quote',
    key: context.plan.document.family,
    recordId: answer.id,
    image: {
      ...imageAfterWrite({
        wanted: operation.image,
        written: operation.wanted,
        stored: shown?.stored,
        previous: same ? memory.quote.image : undefined,
        url: answer.url ?? operation.url,
        stamp,
      }),
      ...(operation.edits === undefined ? {} : { edits: operation.edits }),
    },
  };
  const { bound, gone } = lineBindings(lines, shown, same ? memory : undefined);
  await commit(context, {
    unbind: gone.map((key) => ({ kind: 'line', key })),
    bind: [header, ...bound],
    ...(intentId === undefined ? {} : { closeIntents: [intentId] }),
  });
}
