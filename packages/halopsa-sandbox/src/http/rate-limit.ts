export interface RateLimitOptions {
  readonly requests: number;
  /** Milliseconds of the rolling window. */
  readonly windowMs: number;
}

/** 700 requests in 5 minutes: the figure that field-creation tools for HaloPSA state. Others say less or more. */
export const defaultRateLimit: RateLimitOptions = { requests: 700, windowMs: 300_000 };

/** Rolling window over all API and token requests. */
export class RateLimit {
  #options: RateLimitOptions | false;
  #times: number[] = [];

  constructor(options: RateLimitOptions | false = defaultRateLimit) {
    this.#options = options;
  }

  /** The limit in force, or the one a refusal would name when there is none. */
  get figures(): RateLimitOptions {
    return this.#options === false ? defaultRateLimit : this.#options;
  }

  get isOff(): boolean {
    return this.#options === false;
  }

  /** Another limit; what was counted is forgotten. */
  change(options: RateLimitOptions | false): void {
    this.#options = options;
    this.#times = [];
  }

  /** Requests counted in the window that ends now. */
  used(now: number): number {
    const { windowMs } = this.figures;
    while (this.#times[0] !== undefined && this.#times[0] <= now - windowMs) this.#times.shift();
    return this.#times.length;
  }

  /** Counts requests of somebody else. */
  count(requests: number, now: number): void {
    for (let request = 0; request < requests; request += 1) this.#times.push(now);
  }

  /** Counts a request; answers the milliseconds until one passes again when it comes too early. */
  admit(now: number, refusedCount: boolean): number | undefined {
    if (this.#options === false) return undefined;
    const { requests, windowMs } = this.#options;
    const used = this.used(now);
    if (used < requests || refusedCount) this.#times.push(now);
    // The next one passes when all but `requests - 1` of those counted have left the window.
    const blocking = this.#times[this.#times.length - requests] ?? now;
    return used < requests ? undefined : blocking + windowMs - now;
  }

  /** 5m, 3h, 2.5s: as common rate limiters for ASP.NET write it. */
  static shortPeriod(ms: number): string {
    if (ms % 3_600_000 === 0) return `${ms / 3_600_000}h`;
    if (ms % 60_000 === 0) return `${ms / 60_000}m`;
    return `${ms / 1000}s`;
  }

  static periodInWords(ms: number): string {
    const [amount, unit] = ms % 60_000 === 0 ? [ms / 60_000, 'minute'] : [ms / 1000, 'second'];
    return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
  }
}
