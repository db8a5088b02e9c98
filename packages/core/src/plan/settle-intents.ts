import type { Intent } from '../state/state-store.js';
import type { PlanContext } from './plan-context.js';

/** A request that was cut off is carried out within this time or not at all. */
const settleMilliseconds = 2_000;

/**
 * After a push was cut off, its last request may still be on its way. Before the PSA is asked whether it arrived, it is
 * given the time to.
 */
export async function settleIntents(context: PlanContext, intents: readonly Intent[]): Promise<void> {
  const latest = Math.max(0, ...intents.map((intent) => intent.startedAt));
  const wait = latest + settleMilliseconds - context.clock.now();
  if (intents.length === 0 || wait <= 0) return;
  context.report('A push of this document was cut off a moment ago; looking up how far it got');
  await context.clock.sleep(Math.min(wait, settleMilliseconds), context.signal);
}
