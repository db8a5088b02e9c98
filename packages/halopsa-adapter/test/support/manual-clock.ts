import type { Clock } from '@quotebridge/core/plugin';

/** Time moves only when a test says so. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 2, 1);

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(milliseconds: number): Promise<void> {
    this.advance(milliseconds);
    return Promise.resolve();
  }
}
