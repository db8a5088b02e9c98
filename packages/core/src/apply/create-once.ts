import type { RecordId } from '../contract/records.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';
import { keepFirst, removeSpares } from './keep-first.js';

/** How often a create is tried whose fate had to be looked up. */
const mostTries = 4;
/** What was cut off may still be on its way. */
const settleMilliseconds = [250, 1_000, 2_000] as const;

export interface Creation<Stored extends { readonly id: RecordId }> {
  /** For the journal: `opportunity`, `quote`, … */
  readonly operation: string;
  readonly marker: string;
  /** What it is found by where lists do not show markers. */
  readonly title?: string | undefined;
  readonly create: () => Promise<Stored>;
  /**
   * Everything that carries the marker by now, in the order in which the PSA stored it.
   *
   * @param known a record that carries it for certain
   */
  readonly find: (known?: RecordId) => Promise<readonly Stored[]>;
  /** Absent: the PSA does not let anybody delete such a record. */
  readonly remove: ((id: RecordId) => Promise<void>) | undefined;
  /** Another machine is pushing the same document: what it has created by now is taken. */
  readonly lookFirst?: boolean;
}

export interface CreatedOnce<Stored> {
  readonly record: Stored;
  readonly intentId: string;
  /** `found`: our own request's, whose answer did not arrive, or another machine's. */
  readonly from: 'created' | 'found';
}

/**
 * Creates a record exactly once: the intent is written down before the request goes out, and after an unclear answer
 * the PSA is asked by marker before anything is sent again. Afterwards the PSA is asked in any case: of two machines
 * that created it in the same instant both keep the first, and each deletes its own. The intent stays open until the
 * caller closes it with the commit that binds the record, so that a crash at any point leaves a trace.
 */
export async function createOnce<Stored extends { readonly id: RecordId }>(
  context: ApplyContext,
  creation: Creation<Stored>,
): Promise<CreatedOnce<Stored>> {
  const { id: intentId } = await openIntent(context, creation.operation, creation.marker, creation.title);
  const [there] = creation.lookFirst === true ? await creation.find() : [];
  if (there !== undefined) return { record: there, intentId, from: 'found' };
  for (let tries = 1; ; tries += 1) {
    const attempt = await tryToCreate(context, creation, intentId);
    if ('created' in attempt) {
      const record = await keepFirst(context, creation, attempt.created);
      return { record, intentId, from: record === attempt.created ? 'created' : 'found' };
    }
    context.report(
      `The answer about the ${creation.operation} did not arrive; looking up whether it was carried out`,
    );
    const found = await lookUp(context, creation);
    if (found !== undefined) return { record: found, intentId, from: 'found' };
    if (tries >= mostTries) throw attempt.unclear;
  }
}

async function tryToCreate<Stored extends { readonly id: RecordId }>(
  context: ApplyContext,
  creation: Creation<Stored>,
  intentId: string,
): Promise<{ readonly created: Stored } | { readonly unclear: unknown }> {
  try {
    return { created: await creation.create() };
  } catch (error) {
    if (isUnclear(error)) return { unclear: error };
    if (!isQuotebridgeError(error, 'cancelled')) await commit(context, { closeIntents: [intentId] });
    throw error;
  }
}

/** Several are one of ours and one of another machine, which is given the time to delete its own. */
async function lookUp<Stored extends { readonly id: RecordId }>(
  context: ApplyContext,
  creation: Creation<Stored>,
): Promise<Stored | undefined> {
  let found: readonly Stored[] = [];
  for (const wait of settleMilliseconds) {
    await context.clock.sleep(wait, context.signal);
    found = await creation.find();
    if (found.length === 1) return found[0];
  }
  const [first, ...spares] = found;
  if (first !== undefined) await removeSpares(context, creation, spares, first.id);
  return first;
}

/** Whether the PSA may have carried the request out although no proper answer came. */
export function isUnclear(error: unknown): boolean {
  if (!isQuotebridgeError(error, 'remote.unexpected') && !isQuotebridgeError(error, 'remote.unavailable'))
    return false;
  return error.details.arrived !== 'no';
}
