import type {
  LedgerChange,
  LedgerEntry,
  RequestFacts,
  RequestLedger,
  RequestStore,
} from '../request-store.js';
import type { SqliteSession } from './sqlite-session.js';

/** The ledgers of requests in the embedded state: each look at one and what follows from it is one transaction. */
export class SqliteRequestStore implements RequestStore {
  readonly #session: SqliteSession;

  constructor(session: SqliteSession) {
    this.#session = session;
  }

  async update<Result>(
    connection: string,
    change: (ledger: RequestLedger) => LedgerChange<Result>,
  ): Promise<Result> {
    return this.#session.transaction(() => {
      const { result, put = [], forget = [], facts } = change(this.#ledger(connection));
      for (const id of forget)
        this.#session.run('delete from request_entries where connection = ? and id = ?', connection, id);
      for (const { id, at, requests, kind } of put) {
        this.#session.run(
          'insert or replace into request_entries (connection, id, at, requests, kind) values (?, ?, ?, ?, ?)',
          connection,
          id,
          at,
          requests,
          kind,
        );
      }
      if (facts !== undefined) {
        this.#session.run(
          'insert or replace into request_facts (connection, facts) values (?, ?)',
          connection,
          JSON.stringify(facts),
        );
      }
      return result;
    });
  }

  #ledger(connection: string): RequestLedger {
    const entries = this.#session.all<LedgerEntry>(
      'select id, at, requests, kind from request_entries where connection = ? order by at, id',
      connection,
    );
    const [row] = this.#session.all<{ facts: string }>(
      'select facts from request_facts where connection = ?',
      connection,
    );
    return { entries, facts: row === undefined ? {} : (JSON.parse(row.facts) as RequestFacts) };
  }
}
