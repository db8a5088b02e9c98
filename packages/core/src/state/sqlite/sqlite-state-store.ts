import type { JsonValue } from '../../base/json.js';
import type { Item, RecordId } from '../../contract/records.js';
import type { Binding, BindingImage, BindingKind, Intent, StateChanges, StateStore } from '../state-store.js';
import { itemNumberKey } from '../item-number-key.js';
import { SqliteBeforeImageStore } from './sqlite-before-image-store.js';
import { SqliteHistoryStore } from './sqlite-history-store.js';
import { SqliteIssueStore } from './sqlite-issue-store.js';
import { SqliteRequestStore } from './sqlite-request-store.js';
import { SqliteRunStore } from './sqlite-run-store.js';
import type { SqliteSession } from './sqlite-session.js';

/** The embedded state. SQL stands in this folder and nowhere else; every method is one statement or one transaction. */
export class SqliteStateStore implements StateStore {
  readonly issues: SqliteIssueStore;
  readonly history: SqliteHistoryStore;
  readonly beforeImages: SqliteBeforeImageStore;
  readonly requests: SqliteRequestStore;
  readonly runs: SqliteRunStore;
  readonly #session: SqliteSession;
  readonly #isProcessAlive: (owner: string) => boolean;

  constructor(session: SqliteSession, isProcessAlive: (owner: string) => boolean) {
    this.#session = session;
    this.#isProcessAlive = isProcessAlive;
    this.requests = new SqliteRequestStore(session);
    this.runs = new SqliteRunStore(session);
    this.issues = new SqliteIssueStore(session);
    this.beforeImages = new SqliteBeforeImageStore(session);
    this.history = new SqliteHistoryStore(session, isProcessAlive);
  }

  async bindings(connection: string, family: string): Promise<readonly Binding[]> {
    const rows = this.#session.all<{ kind: BindingKind; key: string; record_id: string; image: string }>(
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
    const rows = this.#session.all<{
      id: string;
      operation: string;
      marker: string;
      title: string | null;
      started_at: number;
    }>(
      'select id, operation, marker, title, started_at from intents where connection = ? and family = ? order by started_at',
      connection,
      family,
    );
    return rows.map(({ id, operation, marker, title, started_at }) => ({
      id,
      operation,
      marker,
      ...(title === null ? {} : { title }),
      startedAt: started_at,
    }));
  }

  async commit(connection: string, family: string, changes: StateChanges): Promise<void> {
    this.#session.transaction(() => {
      for (const { kind, key } of changes.unbind ?? []) {
        this.#session.run(
          'delete from bindings where connection = ? and family = ? and kind = ? and key = ?',
          connection,
          family,
          kind,
          key,
        );
      }
      for (const { kind, key, recordId, image } of changes.bind ?? []) {
        this.#session.run(
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
        this.#session.run(
          'insert into intents (id, connection, family, operation, marker, title, started_at) values (?, ?, ?, ?, ?, ?, ?)',
          intent.id,
          connection,
          family,
          intent.operation,
          intent.marker,
          intent.title ?? null,
          intent.startedAt,
        );
      }
      for (const id of changes.closeIntents ?? []) this.#session.run('delete from intents where id = ?', id);
      for (const number of changes.numbers ?? []) {
        this.#session.run(
          'insert or replace into document_numbers (connection, number, family) values (?, ?, ?)',
          connection,
          number,
          family,
        );
      }
    });
  }

  async familyOf(connection: string, documentNumber: string): Promise<string | undefined> {
    return this.#session.all<{ family: string }>(
      'select family from document_numbers where connection = ? and number = ?',
      connection,
      documentNumber,
    )[0]?.family;
  }

  async families(connection: string, after: string, limit: number): Promise<readonly string[]> {
    return this.#session
      .all<{ family: string }>(
        'select distinct family from bindings where connection = ? and family > ? order by family limit ?',
        connection,
        after,
        limit,
      )
      .map(({ family }) => family);
  }

  async numbersOf(connection: string, family: string): Promise<readonly string[]> {
    return this.#session
      .all<{ number: string }>(
        'select number from document_numbers where connection = ? and family = ? order by number',
        connection,
        family,
      )
      .map(({ number }) => number);
  }

  async itemsByNumber(
    connection: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Item[]>> {
    const found = new Map<string, readonly Item[]>();
    for (const number of numbers) {
      const rows = this.#session.all<{ item: string }>(
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
    this.#session.transaction(() => {
      if (options.complete === true) {
        this.#session.run('delete from items where connection = ?', connection);
        this.#session.run('delete from item_numbers where connection = ?', connection);
      }
      for (const item of items) {
        this.#session.run(
          'delete from item_numbers where connection = ? and item_id = ?',
          connection,
          item.id,
        );
        this.#session.run(
          'insert or replace into items (connection, item_id, item) values (?, ?, ?)',
          connection,
          item.id,
          JSON.stringify(item),
        );
        for (const number of new Set(item.numbers.map(itemNumberKey))) {
          this.#session.run(
            'insert or replace into item_numbers (connection, number, item_id) values (?, ?, ?)',
            connection,
            number,
            item.id,
          );
        }
      }
    });
  }

  async forgetItems(connection: string, ids: readonly RecordId[]): Promise<void> {
    this.#session.transaction(() => {
      for (const id of ids) {
        this.#session.run('delete from items where connection = ? and item_id = ?', connection, id);
        this.#session.run('delete from item_numbers where connection = ? and item_id = ?', connection, id);
      }
    });
  }

  async cached(connection: string, key: string, now: number): Promise<JsonValue | undefined> {
    const row = this.#session.all<{ value: string }>(
      'select value from cache where connection = ? and key = ? and expires_at > ?',
      connection,
      key,
      now,
    )[0];
    return row === undefined ? undefined : (JSON.parse(row.value) as JsonValue);
  }

  async putCached(connection: string, key: string, value: JsonValue, expiresAt: number): Promise<void> {
    this.#session.transaction(() => {
      this.#session.run(
        'insert or replace into cache (connection, key, value, expires_at) values (?, ?, ?, ?)',
        connection,
        key,
        JSON.stringify(value),
        expiresAt,
      );
    });
  }

  async deleteCached(connection: string, key: string): Promise<void> {
    this.#session.transaction(() => {
      this.#session.run('delete from cache where connection = ? and key = ?', connection, key);
    });
  }

  async takeLease(name: string, owner: string, expiresAt: number, now: number): Promise<boolean> {
    return this.#session.transaction(() => {
      const held = this.#session.all<{ owner: string; expires_at: number }>(
        'select owner, expires_at from leases where name = ?',
        name,
      )[0];
      const free =
        held === undefined ||
        held.owner === owner ||
        held.expires_at <= now ||
        !this.#isProcessAlive(held.owner);
      if (free) {
        this.#session.run(
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
    this.#session.transaction(() => {
      this.#session.run('delete from leases where name = ? and owner = ?', name, owner);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#session.close();
  }
}
