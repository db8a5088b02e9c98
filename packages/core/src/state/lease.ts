import type { Clock } from '../base/clock.js';
import { cancelled, throwIfCancelled } from '../errors/cancelled.js';
import { isQuotebridgeError } from '../errors/quotebridge-error.js';
import type { StateStore } from './state-store.js';

const leaseMilliseconds = 30_000;
const renewMilliseconds = 8_000;
const askMilliseconds = 200;

export interface LeaseOptions {
  readonly state: StateStore;
  readonly name: string;
  readonly owner: string;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Called once when another process holds it. */
  readonly onWait: () => void;
}

/**
 * Does the work while this process alone holds the lease; others wait their turn. It is renewed meanwhile; a process
 * that was asleep for so long that another one took over is told by the signal.
 */
export async function withLease<Result>(
  options: LeaseOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { state, name, owner, clock } = options;
  const take = (): Promise<boolean> =>
    state.takeLease(name, owner, clock.now() + leaseMilliseconds, clock.now());
  for (let waited = false; !(await take()); waited = true) {
    if (!waited) options.onWait();
    throwIfCancelled(options.signal);
    await clock.sleep(askMilliseconds, options.signal);
  }
  const finished = new AbortController();
  const lost = new AbortController();
  const renewal = renew(take, clock, finished.signal, lost);
  try {
    const signals = options.signal === undefined ? [lost.signal] : [options.signal, lost.signal];
    return await work(AbortSignal.any(signals));
  } finally {
    finished.abort();
    await renewal;
    await state.releaseLease(name, owner);
  }
}

async function renew(
  take: () => Promise<boolean>,
  clock: Clock,
  finished: AbortSignal,
  lost: AbortController,
): Promise<void> {
  try {
    for (;;) {
      await clock.sleep(renewMilliseconds, finished);
      if (!(await take())) lost.abort(cancelled('Another process has taken over this document.'));
    }
  } catch (error) {
    // A state that cannot be written any more means that the lease cannot be held either.
    if (!isQuotebridgeError(error, 'cancelled')) lost.abort(error);
  }
}
