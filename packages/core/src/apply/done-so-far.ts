import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';
import type { RecordResult } from './push-result.js';

/** What a push has written up to now, for the case that it does not get to its end. */
export class DoneSoFar {
  readonly #done: string[] = [];

  /** What was only looked at or found is not said. */
  record(what: string, result: Pick<RecordResult, 'id' | 'action'> | undefined): void {
    if (result === undefined || result.action === 'kept') return;
    this.say(`${what} ${result.id} ${result.action}`);
  }

  say(what: string): void {
    this.#done.push(what);
  }

  /** The error, with what has been written before it. */
  tell(error: unknown): unknown {
    if (this.#done.length === 0 || !isQuotebridgeError(error)) return error;
    const { next, data = { done: [...this.#done] }, ...details } = error.details;
    const done = `Done so far: ${this.#done.join(', ')}. It is remembered: the same push goes on from there.`;
    return new QuotebridgeError(
      error.code,
      error.message,
      { ...details, data, next: next === undefined ? done : `${next} ${done}` },
      { cause: error },
    );
  }
}
