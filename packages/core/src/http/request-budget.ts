import type { Clock } from '../base/clock.js';
import type { StateStore } from '../state/state-store.js';

interface Limit {
  readonly requests: number;
  readonly windowMilliseconds: number;
}

/** Safe with every figure that has been reported for HaloPSA (300 to 700 per five minutes). */
const cautious: Limit = { requests: 300, windowMilliseconds: 300_000 };

const cacheKey = 'request-limit';
const remembered = 30 * 24 * 3_600_000;

/**
 * The request budget of one connection: a rolling window that all processes of the state share. It starts cautious and
 * learns the real figure from what the PSA says when it refuses.
 */
export class RequestBudget {
  readonly #state: StateStore;
  readonly #connection: string;
  readonly #clock: Clock;

  constructor(state: StateStore, connection: string, clock: Clock) {
    this.#state = state;
    this.#connection = connection;
    this.#clock = clock;
  }

  /** Waits until one more request fits, and counts it. */
  async take(signal?: AbortSignal): Promise<void> {
    for (;;) {
      const limit = await this.#current();
      const wait = await this.#state.countRequest(
        this.#connection,
        limit.requests,
        limit.windowMilliseconds,
        this.#clock.now(),
      );
      if (wait === 0) return;
      await this.#clock.sleep(wait, signal);
    }
  }

  /** Learns from the text of a refusal, such as “300 requests per 5 minutes”. */
  async learn(refusal: string): Promise<void> {
    const limit = parseLimit(refusal);
    if (limit === undefined) return;
    await this.#state.putCached(
      this.#connection,
      cacheKey,
      { requests: limit.requests, windowMilliseconds: limit.windowMilliseconds },
      this.#clock.now() + remembered,
    );
  }

  /** Asked for each time: another process may have learnt it meanwhile. */
  async #current(): Promise<Limit> {
    const stored = await this.#state.cached(this.#connection, cacheKey, this.#clock.now());
    return isLimit(stored) ? stored : cautious;
  }
}

const units: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000 };

const limitText =
  /(\d[\d,]{0,8})\s+(?:api\s+)?(?:requests?|calls?)([^\d.,;:!?]{0,40}?)(\d{1,5})?[\s-]*(second|minute|hour)/gi;

/** Reads “N requests … M seconds/minutes/hours” out of a text. How long to wait is another matter and not taken for it. */
export function parseLimit(text: string): Limit | undefined {
  for (const [, count = '', between = '', length = '1', unit = ''] of text.matchAll(limitText)) {
    const requests = Number(count.replaceAll(',', ''));
    const windowMilliseconds = Number(length) * (units[unit.toLowerCase()] ?? 0);
    if (/wait|again|retry|after/i.test(between) || requests === 0 || windowMilliseconds === 0) continue;
    return { requests, windowMilliseconds };
  }
  return undefined;
}

function isLimit(value: unknown): value is Limit {
  return (
    typeof value === 'object' &&
    value !== null &&
    'requests' in value &&
    'windowMilliseconds' in value &&
    typeof value.requests === 'number' &&
    typeof value.windowMilliseconds === 'number'
  );
}
