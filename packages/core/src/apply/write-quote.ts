import type { Marker, WriteAnswer } from '../contract/marker.js';
import type { QuotePort } from '../contract/quote-port.js';
import type { QuoteFields, RecordId, StoredQuote } from '../contract/records.js';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import type { LineOperation, QuoteOperation } from '../plan/operation.js';
import { callOptions } from '../plan/plan-context.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { createOnce, isUnclear } from './create-once.js';
import { holdsEveryLine, lineWrites, linesOnTopOf, withArrivedLines } from './line-writes.js';
import { saysTheSame } from './says-the-same.js';

export interface WrittenQuote {
  readonly answer: WriteAnswer<StoredQuote>;
  readonly intentId: string;
  readonly action: 'created' | 'found' | 'updated';
}

export interface QuoteWriting {
  readonly operation: QuoteOperation;
  readonly lines: readonly LineOperation[];
  readonly opportunityId: RecordId;
  readonly marker: Marker;
  /** Another machine is pushing the same document, and may have created the quote by now. */
  readonly lookFirst: boolean;
}

/** Creates the quote, or takes the one that another machine created in the same instant and makes it say the same. */
export async function createQuote(context: ApplyContext, writing: QuoteWriting): Promise<WrittenQuote> {
  const { operation, lines, opportunityId, marker, lookFirst } = writing;
  const port = quotesOf(context);
  const fields = { ...operation.wanted, opportunityId };
  context.report(`Creating the quote with ${lines.length} lines`);
  const { record, intentId, from } = await createOnce<WriteAnswer<StoredQuote>>(context, {
    operation: 'quote',
    marker: marker.key,
    create: () => port.create(fields, lineWrites(lines), marker, callOptions(context)),
    find: async () => {
      const found = await port.findByMarker(marker, { opportunityId }, callOptions(context));
      return found.map((stored) => ({
        id: stored.id,
        ...(stored.url === undefined ? {} : { url: stored.url }),
        stored,
      }));
    },
    remove: port.remove === undefined ? undefined : async (id) => port.remove?.(id, callOptions(context)),
    lookFirst,
  });
  if (from === 'created') return { answer: record, intentId, action: 'created' };
  const whole =
    record.stored?.lines === undefined ? await port.get(record.id, callOptions(context)) : record.stored;
  if (whole !== undefined && saysTheSame(whole, marker) && holdsEveryLine(whole, lines)) {
    return { answer: { ...record, stored: whole }, intentId, action: 'found' };
  }
  const answer = await update(context, { id: record.id, fields, marker, lines, stored: whole });
  return { answer, intentId, action: 'found' };
}

/**
 * Updates the quote. Like a create it is written down before, so that a rerun waits for one that was cut off.
 */
export async function updateQuote(context: ApplyContext, writing: QuoteWriting): Promise<WrittenQuote> {
  const { operation, lines, opportunityId, marker } = writing;
  const changed = lines.some(({ action }) => action !== 'keep' && action !== 'foreign');
  context.report('Updating the quote');
  const fields = operation.moves === true ? { ...operation.wanted, opportunityId } : operation.wanted;
  const intent = await openIntent(context, 'quote', marker.key);
  const target = { id: operation.id ?? '', fields, marker, lines: changed ? lines : undefined };
  try {
    const answer = await update(context, target);
    return { answer, intentId: intent.id, action: 'updated' };
  } catch (error) {
    if (!isUnclear(error) && !isQuotebridgeError(error, 'cancelled'))
      await commit(context, { closeIntents: [intent.id] });
    throw error;
  }
}

/**
 * An update may add lines, so it is not simply sent again: after an unclear answer the quote is read, and what has
 * arrived meanwhile is updated instead of added.
 *
 * @param target.stored the quote as it was read already
 */
async function update(
  context: ApplyContext,
  target: {
    readonly id: RecordId;
    readonly fields: Partial<QuoteFields>;
    readonly marker: Marker;
    readonly lines: readonly LineOperation[] | undefined;
    readonly stored?: StoredQuote | undefined;
  },
): Promise<WriteAnswer<StoredQuote>> {
  const { id, fields, marker, lines, stored } = target;
  const port = quotesOf(context);
  const planned = stored === undefined ? lines : lines && linesOnTopOf(lines, stored.lines ?? []);
  let writes = planned && lineWrites(planned);
  for (let tries = 1; ; tries += 1) {
    try {
      return await port.update(id, fields, writes, marker, callOptions(context));
    } catch (error) {
      if (!isUnclear(error) || tries >= 3) throw error;
      context.report('The answer about the quote did not arrive; looking up what has been written');
      await context.clock.sleep(1_000, context.signal);
      const now = await port.get(id, callOptions(context));
      if (now === undefined) throw error;
      if (planned !== undefined) writes = lineWrites(withArrivedLines(planned, now.lines ?? []));
    }
  }
}

export function quotesOf(context: ApplyContext): QuotePort {
  const port = context.contactManager.quotes;
  if (port === undefined)
    throw new QuotebridgeError('capability.unsupported', 'The PSA of this connection has no quotes.');
  return port;
}
