import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import { commit, openIntent, type ApplyContext } from './apply-context.js';

/** How often a create is tried whose fate had to be looked up. */
const mostTries = 4;
/** What was cut off may still be on its way. */
const settleMilliseconds = [250, 1_000, 2_000] as const;

export interface Creation<Created> {
  /** For the journal: `opportunity`, `quote`, … */
  readonly operation: string;
  readonly marker: string;
  readonly create: () => Promise<Created>;
  /** Looks for what a request left behind whose answer did not arrive. */
  readonly find: () => Promise<Created | undefined>;
}

/**
 * Creates a record exactly once: the intent is written down before the request goes out, and after an unclear answer
 * the PSA is asked by marker before anything is sent again. The intent stays open until the caller closes it with the
 * commit that binds the record, so that a crash at any point leaves a trace.
 */
export async function createOnce<Created>(
  context: ApplyContext,
  creation: Creation<Created>,
): Promise<{ readonly created: Created; readonly intentId: string; readonly found: boolean }> {
  const intent = await openIntent(context, creation.operation, creation.marker);
  for (let tries = 1; ; tries += 1) {
    try {
      return { created: await creation.create(), intentId: intent.id, found: false };
    } catch (error) {
      if (!isUnclear(error)) {
        if (!isQuotebridgeError(error, 'cancelled')) await commit(context, { closeIntents: [intent.id] });
        throw error;
      }
      context.report(
        `The answer about the ${creation.operation} did not arrive; looking up whether it was carried out`,
      );
      const found = await lookUp(context, creation);
      if (found !== undefined) return { created: found, intentId: intent.id, found: true };
      if (tries >= mostTries) throw error;
    }
  }
}

async function lookUp<Created>(
  context: ApplyContext,
  creation: Creation<Created>,
): Promise<Created | undefined> {
  for (const wait of settleMilliseconds) {
    await context.clock.sleep(wait, context.signal);
    const found = await creation.find();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the PSA may have carried the request out although no proper answer came. */
export function isUnclear(error: unknown): boolean {
  if (!isQuotebridgeError(error, 'remote.unexpected') && !isQuotebridgeError(error, 'remote.unavailable'))
    return false;
  return error.details.arrived !== 'no';
}
