import type { HistoryEntry, HistoryQuery, HistoryStore } from '../state/history-store.js';

/** Entries of the history that are in the memory at a time. */
const page = 100;

/** Every push of one connection. */
export class PushHistory {
  readonly #history: HistoryStore;
  readonly #connection: string;

  constructor(history: HistoryStore, connection: string) {
    this.#history = history;
    this.#connection = connection;
  }

  /** Newest first. */
  list(query: HistoryQuery = {}): Promise<readonly HistoryEntry[]> {
    return this.#history.list(this.#connection, query);
  }

  /** The same, piece by piece: a history of years needs no more memory than one of days. */
  async *entries(query: Omit<HistoryQuery, 'before'> = {}): AsyncIterable<HistoryEntry> {
    let left = query.limit ?? Infinity;
    let before: string | undefined;
    while (left > 0) {
      const limit = Math.min(page, left);
      const from = before === undefined ? {} : { before };
      const entries = await this.#history.list(this.#connection, { ...query, ...from, limit });
      yield* entries;
      before = entries.at(-1)?.id;
      if (entries.length < limit) return;
      left -= entries.length;
    }
  }
}
