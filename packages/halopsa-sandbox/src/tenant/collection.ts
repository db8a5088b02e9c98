import { copyRow, type Row } from './row.js';

/** One table. Deleting hides a record but keeps its number in use, as the real database does. */
export class Collection {
  readonly #live = new Map<number, Row>();
  readonly #deleted = new Map<number, Row>();
  #lastId = 0;

  constructor(rows: Iterable<Row> = []) {
    for (const row of rows) this.store(row);
  }

  /** Deleted records and numbers that are used up included. */
  copy(): Collection {
    const copy = new Collection([...this.#live.values()].map(copyRow));
    for (const [id, row] of this.#deleted) copy.#deleted.set(id, copyRow(row));
    copy.#lastId = this.#lastId;
    return copy;
  }

  get size(): number {
    return this.#live.size;
  }

  get(id: number): Row | undefined {
    return this.#live.get(id);
  }

  rows(): IterableIterator<Row> {
    return this.#live.values();
  }

  /** The number the next new record will get; taken once that record is stored. */
  nextId(): number {
    return this.#lastId + 1;
  }

  store(row: Row): void {
    this.#live.set(row.id, row);
    this.#lastId = Math.max(this.#lastId, row.id);
  }

  delete(id: number): Row | undefined {
    const row = this.#live.get(id);
    this.#live.delete(id);
    if (row) this.#deleted.set(id, row);
    return row;
  }

  /** A record that has been deleted. */
  deleted(id: number): Row | undefined {
    return this.#deleted.get(id);
  }
}
