export interface ThrottlingOptions {
  readonly requests: number;
  readonly windowMilliseconds: number;
  /** Whether the refusal names the figures, and whether it says how long to wait. */
  readonly figures: boolean;
  readonly retryAfter: boolean;
}

export interface Refused {
  readonly text: string;
  readonly retryAfterMilliseconds?: number;
}

/** A rolling window over the requests it was sent; refused ones do not count. */
export class ThrottlingServer {
  readonly admitted: number[] = [];
  refusals = 0;
  readonly #options: ThrottlingOptions;

  constructor(options: ThrottlingOptions) {
    this.#options = options;
  }

  send(now: number): Refused | undefined {
    const { requests, windowMilliseconds, figures, retryAfter } = this.#options;
    const inside = this.admitted.filter((at) => at > now - windowMilliseconds);
    if (inside.length < requests) {
      this.admitted.push(now);
      return undefined;
    }
    this.refusals += 1;
    const wait = (inside[0] ?? now) + windowMilliseconds - now;
    return {
      text: figures ? `${requests} requests per ${windowMilliseconds / 1_000} seconds` : 'Too many requests',
      ...(retryAfter ? { retryAfterMilliseconds: Math.ceil(wait / 1_000) * 1_000 } : {}),
    };
  }
}
