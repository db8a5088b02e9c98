import type { RunDocument, RunOutcome, RunStatus, RunStore, RunTally } from '../run-store.js';
import type { SqliteSession } from './sqlite-session.js';

/** Of those that failed, so many are named. */
const mostNamed = 20;

/** Every document that no later one has replaced; those with faults stay, so that they are reported. */
const wanted = `connection = ? and key = ? and (stage < 0 or superseded = 0 and not exists (
  select 1 from run_documents as later where later.connection = run_documents.connection
    and later.key = run_documents.key and later.converted_from = run_documents.number and later.stage >= 0))`;

interface Row {
  readonly position: number;
  readonly number: string;
  readonly stage: number;
  readonly superseded: number;
  readonly parent: string | null;
  readonly converted_from: string | null;
}

export class SqliteRunStore implements RunStore {
  readonly #session: SqliteSession;

  constructor(session: SqliteSession) {
    this.#session = session;
  }

  async tally(connection: string, key: string): Promise<RunTally | undefined> {
    const [run] = this.#session.all(
      'select 1 from runs where connection = ? and key = ? and indexed = 1',
      connection,
      key,
    );
    if (run === undefined) return undefined;
    const settled: Record<RunStatus, number> = { written: 0, unchanged: 0, skipped: 0, failed: 0 };
    let total = 0;
    let worstExit = 0;
    const rows = this.#session.all<{ outcome: RunStatus | null; count: number; worst: number | null }>(
      `select outcome, count(*) as count, max(exit) as worst from run_documents where ${wanted} group by outcome`,
      connection,
      key,
    );
    for (const { outcome, count, worst } of rows) {
      total += count;
      if (outcome !== null) settled[outcome] = count;
      worstExit = Math.max(worstExit, worst ?? 0);
    }
    const failed = this.#session.all<{ number: string }>(
      `select number from run_documents where connection = ? and key = ? and outcome = 'failed'
       order by stage, position limit ${mostNamed}`,
      connection,
      key,
    );
    return { total, settled, failed: failed.map(({ number }) => number), worstExit };
  }

  async begin(connection: string, key: string, startedAt: number): Promise<void> {
    this.#session.transaction(() => {
      this.#forget(connection, key);
      this.#session.run(
        'insert into runs (connection, key, started_at, indexed) values (?, ?, ?, 0)',
        connection,
        key,
        startedAt,
      );
    });
  }

  async add(connection: string, key: string, documents: readonly RunDocument[]): Promise<void> {
    this.#session.transaction(() => {
      for (const { position, number, stage, superseded, revisionOf, convertedFrom } of documents) {
        this.#session.run(
          `insert into run_documents (connection, key, position, number, stage, superseded, parent, converted_from)
           values (?, ?, ?, ?, ?, ?, ?, ?)`,
          connection,
          key,
          position,
          number,
          stage,
          superseded ? 1 : 0,
          revisionOf ?? null,
          convertedFrom ?? null,
        );
      }
    });
  }

  async seal(connection: string, key: string): Promise<void> {
    this.#session.transaction(() => {
      this.#session.run('update runs set indexed = 1 where connection = ? and key = ?', connection, key);
    });
  }

  async due(
    connection: string,
    key: string,
    { stage, after, most }: { readonly stage: number; readonly after: number; readonly most: number },
  ): Promise<readonly RunDocument[]> {
    return this.#session
      .all<Row>(
        `select position, number, stage, superseded, parent, converted_from from run_documents
         where ${wanted} and stage = ? and position > ? and outcome is null order by position limit ?`,
        connection,
        key,
        stage,
        after,
        most,
      )
      .map(documentOf);
  }

  async settle(
    connection: string,
    key: string,
    position: number,
    { status, exit }: RunOutcome,
  ): Promise<void> {
    this.#session.transaction(() => {
      this.#session.run(
        'update run_documents set outcome = ?, exit = ? where connection = ? and key = ? and position = ?',
        status,
        exit,
        connection,
        key,
        position,
      );
    });
  }

  async byNumber(connection: string, key: string, number: string): Promise<RunDocument | undefined> {
    return this.#session
      .all<Row>(
        `select position, number, stage, superseded, parent, converted_from from run_documents
         where connection = ? and key = ? and number = ? and stage >= 0 order by position desc limit 1`,
        connection,
        key,
        number,
      )
      .map(documentOf)[0];
  }

  async forget(connection: string, key: string): Promise<void> {
    this.#session.transaction(() => this.#forget(connection, key));
  }

  async forgetBefore(startedAt: number): Promise<void> {
    this.#session.transaction(() => {
      const old = this.#session.all<{ connection: string; key: string }>(
        'select connection, key from runs where started_at < ?',
        startedAt,
      );
      for (const { connection, key } of old) this.#forget(connection, key);
    });
  }

  #forget(connection: string, key: string): void {
    this.#session.run('delete from runs where connection = ? and key = ?', connection, key);
    this.#session.run('delete from run_documents where connection = ? and key = ?', connection, key);
  }
}

function documentOf({ position, number, stage, superseded, parent, converted_from }: Row): RunDocument {
  return {
    position,
    number,
    stage,
    superseded: superseded === 1,
    ...(parent === null ? {} : { revisionOf: parent }),
    ...(converted_from === null ? {} : { convertedFrom: converted_from }),
  };
}
