/** What went wrong with one try of a request. */
export interface FailedTry {
  readonly effect: 'read' | 'write';
  /** Tries so far, this one included. */
  readonly tries: number;
  readonly reason: 'throttled' | 'gateway' | 'server' | 'network';
  /** Whether the server may have carried the request out. */
  readonly arrived: 'no' | 'unknown';
  /** As the server asked for, when it did. */
  readonly retryAfterMilliseconds?: number;
  /** Nobody sits and waits, so it may take longer. */
  readonly patient?: boolean;
}

const mostTries = { throttled: 8, gateway: 4, server: 2, network: 4 } as const;

/** The server may ask for more, but a push does not sleep longer than this in one go; a patient one an hour. */
const longestWait = 5 * 60_000;
const longestPatience = 3_600_000;

/**
 * Milliseconds to wait before the next try, or undefined to give up. A write is only tried again when it is proven
 * that the first one was not carried out: it was throttled, or no connection came about.
 */
export function nextDelay(failed: FailedTry, random: () => number = Math.random): number | undefined {
  if (failed.tries >= mostTries[failed.reason]) return undefined;
  const safe = failed.effect === 'read' || failed.reason === 'throttled' || failed.arrived === 'no';
  if (!safe) return undefined;
  if (failed.retryAfterMilliseconds !== undefined) {
    const longest = failed.patient === true ? longestPatience : longestWait;
    return failed.retryAfterMilliseconds > longest ? undefined : failed.retryAfterMilliseconds;
  }
  const base = failed.reason === 'throttled' ? 5_000 : 250;
  const wait = Math.min(base * 2 ** (failed.tries - 1), 60_000);
  return Math.round(wait * (0.75 + random() / 2));
}

/** `Retry-After` in seconds or as a date, as milliseconds from now; undefined when absent or unreadable. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
