/**
 * Time as a service, so that tests need not wait. However short a test's waits are, they must end in a later turn of the
 * event loop: leases are renewed in a loop of waits.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that many milliseconds; rejects with `cancelled` when the signal fires first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
