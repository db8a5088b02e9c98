import type { RecordId, StoredQuote } from '../contract/records.js';
import type { WriteAnswer } from '../contract/marker.js';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import { rememberedHash } from '../plan/document-image.js';
import type { FamilyMemory } from '../plan/family-memory.js';
import type { LineOperation, QuoteOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { isProven, type Proof } from '../proof/proof.js';
import type { Binding } from '../state/state-store.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { countLines } from './count-lines.js';
import { createOnce, isUnclear } from './create-once.js';
import { lineBindings } from './line-bindings.js';
import { lineWrites, withArrivedLines, withItem } from './line-writes.js';
import { onlyOne } from './only-one.js';
import { proveQuote } from './prove-quote.js';
import type { LineCounts, RecordResult } from './push-result.js';
import { imageAfterWrite } from './image-after-write.js';

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
  opportunityId: RecordId,
  createdItems: ReadonlyMap<string, RecordId>,
  memory: FamilyMemory,
): Promise<AppliedQuote> {
  const lines = operation.lines.map((line) => withItem(line, createdItems));
  const counts = countLines(lines);
  if (operation.action === 'keep') {
    const id = operation.id ?? '';
    await bind(context, operation, lines, { id }, undefined, memory);
    const url = operation.url === undefined ? {} : { url: operation.url };
    const record = { id, action: 'kept', lines: counts, ...url } as const;
    const { hash } = context.plan.document;
    if (hash === '' || hash === rememberedHash(memory.document)) return { record };
    // Nothing to write, but this document was never proven: a difference must not be forgotten by pushing again.
    const { stored, source } = await complete(context, { id });
    return { record, stored, proof: await proveQuote(context, lines, stored, source) };
  }
  const write = operation.action === 'create' ? create : update;
  const { answer, intentId, action } = await write(context, operation, lines, opportunityId);
  const { stored, source } = await complete(context, answer);
  const proof = await proveQuote(context, lines, stored, source);
  await bind(context, operation, lines, answer, { stored, isProven: isProven(proof) }, memory, intentId);
  const url = answer.url ?? operation.url;
  return {
    record: { id: answer.id, action, lines: counts, ...(url === undefined ? {} : { url }) },
    stored,
    proof,
  };
}

interface WrittenQuote {
  readonly answer: WriteAnswer<StoredQuote>;
  readonly intentId: string;
  readonly action: 'created' | 'found' | 'updated';
}

async function create(
  context: ApplyContext,
  operation: QuoteOperation,
  lines: readonly LineOperation[],
  opportunityId: RecordId,
): Promise<WrittenQuote> {
  const port = quotes(context);
  const marker = { key: operation.marker };
  const fields = { ...operation.wanted, opportunityId };
  context.report(`Creating the quote with ${lines.length} lines`);
  const { created, intentId, found } = await createOnce<WriteAnswer<StoredQuote>>(context, {
    operation: 'quote',
    marker: marker.key,
    create: () => port.create(fields, lineWrites(lines), marker, callOptions(context)),
    find: async () => {
      const found = await port.findByMarker(marker, { opportunityId }, callOptions(context));
      const only = onlyOne(found, `the quote with the marker ${marker.key}`);
      return only === undefined ? undefined : answerOf(only);
    },
  });
  return { answer: created, intentId, action: found ? 'found' : 'created' };
}

/**
 * An update may add lines, so it is not simply sent again: after an unclear answer the quote is read, and what has
 * arrived meanwhile is updated instead of added. Like a create it is written down before, so that a rerun waits for one
 * that was cut off.
 */
async function update(
  context: ApplyContext,
  operation: QuoteOperation,
  lines: readonly LineOperation[],
  opportunityId: RecordId,
): Promise<WrittenQuote> {
  const port = quotes(context);
  const id = operation.id ?? '';
  const marker = { key: operation.marker };
  const changed = lines.some(({ action }) => action !== 'keep' && action !== 'foreign');
  context.report('Updating the quote');
  const fields = operation.moves === true ? { ...operation.wanted, opportunityId } : operation.wanted;
  let writes = changed ? lineWrites(lines) : undefined;
  const intent = await openIntent(context, 'quote', marker.key);
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await port.update(id, fields, writes, marker, callOptions(context));
      return { answer, intentId: intent.id, action: 'updated' };
    } catch (error) {
      const unclear = isUnclear(error);
      if (!unclear && !isQuotebridgeError(error, 'cancelled'))
        await commit(context, { closeIntents: [intent.id] });
      if (!unclear || tries >= 3) throw error;
      context.report('The answer about the quote did not arrive; looking up what has been written');
      await context.clock.sleep(1_000, context.signal);
      const now = await port.get(id, callOptions(context));
      if (now === undefined) throw error;
      if (writes !== undefined) writes = lineWrites(withArrivedLines(lines, now.lines ?? []));
    }
  }
}

/** The record as it stands after the write, by the PSA's own word. */
async function complete(
  context: ApplyContext,
  answer: WriteAnswer<StoredQuote>,
): Promise<{ readonly stored: StoredQuote; readonly source: 'answer' | 'readBack' }> {
  const { stored: shown } = answer;
  const provesTax = context.plan.money.tax === undefined || shown?.taxTotal !== undefined;
  if (shown?.lines !== undefined && provesTax && context.policy.quote.proof === 'answer') {
    return { stored: shown, source: 'answer' };
  }
  context.report('Reading the quote back');
  const stored = await quotes(context).get(answer.id, callOptions(context));
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

async function bind(
  context: ApplyContext,
  operation: QuoteOperation,
  lines: readonly LineOperation[],
  answer: { readonly id: RecordId; readonly url?: string },
  shown: { readonly stored: StoredQuote; readonly isProven: boolean } | undefined,
  memory: FamilyMemory,
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

function answerOf(quote: StoredQuote): WriteAnswer<StoredQuote> {
  return {
    id: quote.id,
    ...(quote.url === undefined ? {} : { url: quote.url }),
    ...(quote.lines === undefined ? {} : { stored: quote }),
  };
}

function quotes(context: ApplyContext): NonNullable<ApplyContext['contactManager']['quotes']> {
  const port = context.contactManager.quotes;
  if (port === undefined)
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection has no quotes.');
  return port;
}
