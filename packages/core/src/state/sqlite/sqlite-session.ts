import type Database from 'libsql';
import { stateError } from './state-error.js';

/** Values that SQLite takes. */
export type SqlValue = string | number | null;

/** The database behind every part of the embedded state: statements are prepared once, faults become `state.unusable`. */
export class SqliteSession {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database, path: string) {
    this.#database = database;
    this.#path = path;
  }

  // The caller names the columns it asked for; SQLite itself knows no types.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#guard(() => this.#statement(sql).all(...values) as readonly Row[]);
  }

  run(sql: string, ...values: readonly SqlValue[]): void {
    this.#guard(() => this.#statement(sql).run(...values));
  }

  /** Takes the write lock at once, so that two processes wait for each other instead of failing half-way. */
  transaction<Result>(work: () => Result): Result {
    return this.#guard(() => this.#database.transaction(work).immediate());
  }

  close(): void {
    if (!this.#database.open) return;
    try {
      // Leaves one file behind that can be copied as it is. While others use it, the last of them does this.
      this.#database.pragma('busy_timeout = 0');
      this.#database.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: what is not merged yet stands in the file beside it.
    }
    this.#database.close();
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (error instanceof Error && error.name === 'QuotebridgeError') throw error;
      throw stateError(this.#path, error);
    }
  }
}
