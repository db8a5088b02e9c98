import type Database from 'libsql';
import type { JsonValue } from '../../base/json.js';
import type { Item } from '../../contract/records.js';
import type { Binding, BindingImage, BindingKind, Intent, StateChanges, StateStore } from '../state-store.js';
import { itemNumberKey } from '../item-number-key.js';
import { stateError } from './state-error.js';

/** All SQL of the embedded state stands here. Every method is one statement or one transaction. */
export class SqliteStateStore implements StateStore {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #isProcessAlive: (owner: string) => boolean;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database, path: string, isProcessAlive: (owner: string) => boolean) {
    this.#database = database;
    this.#path = path;
    this.#isProcessAlive = isProcessAlive;
  }

  async bindings(connection: string, family: string): Promise<readonly Binding[]> {
    const rows = this.#all<{ kind: BindingKind; key: string; record_id: string; image: string }>(
      'select kind, key, record_id, image from bindings where connection = ? and family = ?',
      connection,
      family,
    );
    return rows.map((row) => ({
      kind: row.kind,
      key: row.key,
      recordId: row.record_id,
      image: JSON.parse(row.image) as BindingImage,
    }));
  }

  async pendingIntents(connection: string, family: string): Promise<readonly Intent[]> {
    const rows = this.#all<{ id: string; operation: string; marker: string; started_at: number }>(
      'select id, operation, marker, started_at from intents where connection = ? and family = ? order by started_at',
      connection,
      family,
    );
    return rows.map(({ id, operation, marker, started_at }) => ({
      id,
      operation,
      marker,
      startedAt: started_at,
    }));
  }

  async commit(connection: string, family: string, changes: StateChanges): Promise<void> {
    this.#transaction(() => {
      for (const { kind, key } of changes.unbind ?? []) {
        this.#run(
          'delete from bindings where connection = ? and family = ? and kind = ? and key = ?',
          connection,
          family,
          kind,
          key,
        );
      }
      for (const { kind, key, recordId, image } of changes.bind ?? []) {
        this.#run(
          'insert or replace into bindings (connection, family, kind, key, record_id, image) values (?, ?, ?, ?, ?, ?)',
          connection,
          family,
          kind,
          key,
          recordId,
          JSON.stringify(image),
        );
      }
      const intent = changes.openIntent;
      if (intent !== undefined) {
        this.#run(
          'insert into intents (id, connection, family, operation, marker, started_at) values (?, ?, ?, ?, ?, ?)',
          intent.id,
          connection,
          family,
          intent.operation,
          intent.marker,
          intent.startedAt,
        );
      }
      for (const id of changes.closeIntents ?? []) this.#run('delete from intents where id = ?', id);
      for (const number of changes.numbers ?? []) {
        this.#run(
          'insert or replace into document_numbers (connection, number, family) values (?, ?, ?)',
          connection,
          number,
          family,
        );
      }
    });
  }

  async familyOf(connection: string, documentNumber: string): Promise<string | undefined> {
    return this.#all<{ family: string }>(
      'select family from document_numbers where connection = ? and number = ?',
      connection,
      documentNumber,
    )[0]?.family;
  }

  async itemsByNumber(
    connection: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Item[]>> {
    const found = new Map<string, readonly Item[]>();
    for (const number of numbers) {
      const rows = this.#all<{ item: string }>(
        `select items.item as item from item_numbers
         join items on items.connection = item_numbers.connection and items.item_id = item_numbers.item_id
         where item_numbers.connection = ? and item_numbers.number = ? order by items.item_id`,
        connection,
        itemNumberKey(number),
      );
      if (rows.length > 0)
        found.set(
          number,
          rows.map((row) => JSON.parse(row.item) as Item),
        );
    }
    return found;
  }

  async putItems(
    connection: string,
    items: readonly Item[],
    options: { readonly complete?: boolean } = {},
  ): Promise<void> {
    this.#transaction(() => {
      if (options.complete === true) {
        this.#run('delete from items where connection = ?', connection);
        this.#run('delete from item_numbers where connection = ?', connection);
      }
      for (const item of items) {
        this.#run('delete from item_numbers where connection = ? and item_id = ?', connection, item.id);
        this.#run(
          'insert or replace into items (connection, item_id, item) values (?, ?, ?)',
          connection,
          item.id,
          JSON.stringify(item),
        );
        for (const number of new Set(item.numbers.map(itemNumberKey))) {
          this.#run(
            'insert or replace into item_numbers (connection, number, item_id) values (?, ?, ?)',
            connection,
            number,
            item.id,
          );
        }
      }
    });
  }

  async cached(connection: string, key: string, now: number): Promise<JsonValue | undefined> {
    const row = this.#all<{ value: string }>(
      'select value from cache where connection = ? and key = ? and expires_at > ?',
      connection,
      key,
      now,
    )[0];
    return row === undefined ? undefined : (JSON.parse(row.value) as JsonValue);
  }

  async putCached(connection: string, key: string, value: JsonValue, expiresAt: number): Promise<void> {
    this.#transaction(() => {
      this.#run(
        'insert or replace into cache (connection, key, value, expires_at) values (?, ?, ?, ?)',
        connection,
        key,
        JSON.stringify(value),
        expiresAt,
      );
    });
  }

  async deleteCached(connection: string, key: string): Promise<void> {
    this.#transaction(() => {
      this.#run('delete from cache where connection = ? and key = ?', connection, key);
    });
  }

  async takeLease(name: string, owner: string, expiresAt: number, now: number): Promise<boolean> {
    return this.#transaction(() => {
      const held = this.#all<{ owner: string; expires_at: number }>(
        'select owner, expires_at from leases where name = ?',
        name,
      )[0];
      const free =
        held === undefined ||
        held.owner === owner ||
        held.expires_at <= now ||
        !this.#isProcessAlive(held.owner);
      if (free) {
        this.#run(
          'insert or replace into leases (name, owner, expires_at) values (?, ?, ?)',
          name,
          owner,
          expiresAt,
        );
      }
      return free;
    });
  }

  async releaseLease(name: string, owner: string): Promise<void> {
    this.#transaction(() => {
      this.#run('delete from leases where name = ? and owner = ?', name, owner);
    });
  }

  async countRequest(
    connection: string,
    limit: number,
    windowMilliseconds: number,
    now: number,
  ): Promise<number> {
    return this.#transaction(() => {
      const from = now - windowMilliseconds;
      // A clock that was set back leaves requests in the future, which nobody must wait for.
      const to = now + windowMilliseconds;
      this.#run('delete from requests where connection = ? and (at <= ? or at > ?)', connection, from, to);
      const count = this.#all<{ count: number }>(
        'select count(*) as count from requests where connection = ?',
        connection,
      )[0]?.count;
      if ((count ?? 0) < limit) {
        this.#run('insert into requests (connection, at) values (?, ?)', connection, now);
        return 0;
      }
      const oldest = this.#all<{ at: number }>(
        'select at from requests where connection = ? order by at limit 1',
        connection,
      )[0];
      return Math.max(1, (oldest?.at ?? now) - from);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
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

  // The caller names the columns it asked for; SQLite itself knows no types.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  #all<Row>(sql: string, ...values: readonly unknown[]): readonly Row[] {
    return this.#guard(() => this.#statement(sql).all(...values) as readonly Row[]);
  }

  #run(sql: string, ...values: readonly unknown[]): void {
    this.#guard(() => this.#statement(sql).run(...values));
  }

  /** Takes the write lock at once, so that two processes wait for each other instead of failing half-way. */
  #transaction<Result>(work: () => Result): Result {
    return this.#guard(() => this.#database.transaction(work).immediate());
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
