import { estimateLeft } from './estimate-left.js';
import type { ProgressLine, Tracked } from '@quotebridge/command-line/terminal';
import type { Connection } from '@quotebridge/core';
import type { ConnectionWork } from '../session/with-connection.js';

/** So many documents have to be through before anything is said about the others. */
const leastTelling = 3;

/** How far a run has come, and how long it will still take. */
export class TimeLeft {
  readonly #connection: Connection;
  readonly #progress: ProgressLine;
  readonly #total: number;
  readonly #doneBefore: number;
  readonly #startedAt = Date.now();
  readonly #requestsBefore: number;
  readonly #waitedBefore: number;
  #done = 0;

  constructor(
    { connection, progress }: Pick<ConnectionWork, 'connection' | 'progress'>,
    { total, done }: { readonly total: number; readonly done: number },
  ) {
    this.#connection = connection;
    this.#progress = progress;
    this.#waitedBefore = progress.waited;
    this.#total = total;
    this.#doneBefore = done;
    this.#requestsBefore = requestsOf(connection);
  }

  next(): void {
    this.#done += 1;
  }

  async tracked(current: string): Promise<Tracked> {
    const done = this.#doneBefore + this.#done;
    const state = { done, total: this.#total, current };
    if (this.#done < leastTelling) return state;
    const waited = this.#progress.waited - this.#waitedBefore;
    const left = estimateLeft({
      documents: this.#total - done,
      millisecondsEach: Math.max(0, Date.now() - this.#startedAt - waited) / this.#done,
      requestsEach: (requestsOf(this.#connection) - this.#requestsBefore) / this.#done,
      pace: await this.#connection.pace(),
    });
    return { ...state, left };
  }
}

function requestsOf({ requests: { read, write } }: Connection): number {
  return read + write;
}
