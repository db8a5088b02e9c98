import type { RecordId } from '../contract/records.js';
import { isQuotebridgeError, QuotebridgeError } from '../errors/quotebridge-error.js';

/** A record that a push has written. */
export interface WrittenRecord {
  /** `product`, `client`, `user`, `opportunity`, `quote`, `attachment`, … */
  readonly what: string;
  readonly id: RecordId;
  readonly action: string;
  /** Name of a file; number of a product, in the form in which numbers are compared. */
  readonly name?: string;
}

/** What a push has written up to now, for its history and for the case that it does not get to its end. */
export class DoneSoFar {
  readonly written: WrittenRecord[] = [];
  readonly #done: string[] = [];
  #during = '';

  /** The step that is being carried out: `the quote`, `the attachments`; empty before the first. */
  get during(): string {
    return this.#during;
  }

  enter(step: string): void {
    this.#during = step;
  }

  /** What was only looked at or found is not said. */
  record(what: string, result: Omit<WrittenRecord, 'what'> | undefined): void {
    if (result === undefined || result.action === 'kept') return;
    const { id, action, name } = result;
    this.written.push({ what, id, action, ...(name === undefined ? {} : { name }) });
    this.#done.push(`${what} ${id} ${action}`);
  }

  /** Products that were created together, by their numbers. */
  products(created: ReadonlyMap<string, RecordId>): void {
    if (created.size === 0) return;
    for (const [name, id] of created) this.written.push({ what: 'product', id, action: 'created', name });
    const ids = [...created.values()].join(', ');
    this.#done.push(`${created.size === 1 ? 'product' : 'products'} ${ids} created`);
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
