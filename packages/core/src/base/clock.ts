/** Time as a service, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that many milliseconds; rejects with `cancelled` when the signal fires first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
