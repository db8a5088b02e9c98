import type { Clock } from '../../src/base/clock.js';
import { throwIfCancelled } from '../../src/errors/cancelled.js';

/** Sleeping takes no time but moves the clock. */
export class ManualClock implements Clock {
  readonly slept: number[] = [];
  #now: number;

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    this.slept.push(milliseconds);
    this.#now += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
    throwIfCancelled(signal);
  }
}
