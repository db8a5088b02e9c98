export interface RateLimitOptions {
  readonly requests: number;
  /** Milliseconds of the rolling window. */
  readonly windowMs: number;
}

/** 700 requests in 5 minutes: the figure that field-creation tools for HaloPSA state. Others say less or more. */
export const defaultRateLimit: RateLimitOptions = { requests: 700, windowMs: 300_000 };

export interface Throttled {
  /** States the limit and the window. */
  readonly text: string;
  /** Milliseconds until a request passes again. */
  readonly retryInMs: number;
}

/** Rolling window over all API and token requests. Refused requests do not count. */
export class RateLimit {
  readonly #options: RateLimitOptions | false;
  readonly #times: number[] = [];

  constructor(options: RateLimitOptions | false = defaultRateLimit) {
    this.#options = options;
  }

  /** Counts a request; tells when it comes too early. */
  admit(now: number): Throttled | undefined {
    if (this.#options === false) return undefined;
    const { requests, windowMs } = this.#options;
    while (this.#times[0] !== undefined && this.#times[0] <= now - windowMs) this.#times.shift();
    if (this.#times.length < requests) {
      this.#times.push(now);
      return undefined;
    }
    return { text: this.text(), retryInMs: (this.#times[0] ?? now) + windowMs - now };
  }

  /** The wording of a common ASP.NET rate limiter, which names quota and period. */
  text(): string {
    const { requests, windowMs } = this.#options === false ? defaultRateLimit : this.#options;
    return `API calls quota exceeded! maximum admitted ${requests} per ${period(windowMs)}.`;
  }
}

function period(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
  if (ms % 60_000 === 0) return `${ms / 60_000}m`;
  return `${ms / 1000}s`;
}
