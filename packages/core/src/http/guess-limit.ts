import type { LedgerEntry } from '../state/request-store.js';
import { rateOf, type RequestLimit } from './request-limit.js';

/** Fewer requests than that have never been anybody's limit: somebody else has used it up. */
const leastTelling = 20;
/** Kept away from the limit, because none of the bounds is known. */
const margin = 0.9;

/**
 * The limit behind a refusal that names no figures, from what was counted before it. With `Retry-After` the window must
 * begin at one of the requests, because it is the end of that one which makes room; of all that would have let the
 * earlier requests through, the slowest is taken. Without it, everything counted within the usual window is.
 *
 * @param sent requests before the refusal within the usual window, oldest first
 * @returns undefined when too few were counted to tell anything
 */
export function guessLimit(
  sent: readonly LedgerEntry[],
  refusal: { readonly at: number; readonly retryAfterMilliseconds?: number },
  usual: RequestLimit,
): RequestLimit | undefined {
  if (sent.length < leastTelling) return undefined;
  const times = sent.map(({ at }) => at);
  const whole = { requests: times.length, windowMilliseconds: usual.windowMilliseconds };
  const room = refusal.retryAfterMilliseconds;
  if (room === undefined || room === 0) return withMargin(whole);
  const possible = times
    .map((at, index) => ({ requests: times.length - index, windowMilliseconds: refusal.at + room - at }))
    .filter((limit) => mostWithin(times, limit.windowMilliseconds) <= limit.requests)
    .sort((left, right) => rateOf(left) - rateOf(right));
  return withMargin(
    possible[0] ?? { ...whole, windowMilliseconds: refusal.at + room - (times[0] ?? refusal.at) },
  );
}

function withMargin({ requests, windowMilliseconds }: RequestLimit): RequestLimit {
  return { requests: Math.max(1, Math.floor(requests * margin)), windowMilliseconds };
}

/** The most requests that went within any stretch of that length. */
function mostWithin(times: readonly number[], windowMilliseconds: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) <= at - windowMilliseconds) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
