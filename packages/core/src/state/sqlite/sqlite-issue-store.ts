import type { IssueChange, IssueQuery, IssueStore, SeenIssue, StoredIssue } from '../issue-store.js';
import type { SqliteSession } from './sqlite-session.js';

interface Row {
  readonly issue: string;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly times: number;
  readonly dismissed_at: number | null;
}

/** Issues in the embedded state. */
export class SqliteIssueStore implements IssueStore {
  readonly #session: SqliteSession;

  constructor(session: SqliteSession) {
    this.#session = session;
  }

  async list(connection: string, query: IssueQuery = {}): Promise<readonly StoredIssue[]> {
    const { documents } = query;
    const rows = this.#session.all<Row>(
      `select issue, first_seen, last_seen, times, dismissed_at from issues where connection = ?
       and (? is null or document in (select value from json_each(?)))
       order by last_seen desc, id`,
      connection,
      documents === undefined ? null : 1,
      JSON.stringify(documents ?? []),
    );
    return rows.map((row) => ({
      ...(JSON.parse(row.issue) as SeenIssue),
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      times: row.times,
      ...(row.dismissed_at === null ? {} : { dismissedAt: row.dismissed_at }),
    }));
  }

  async settle(connection: string, { seen, over, at }: IssueChange): Promise<void> {
    this.#session.transaction(() => {
      for (const id of over)
        this.#session.run('delete from issues where connection = ? and id = ?', connection, id);
      for (const issue of seen) this.#count(connection, issue, at);
    });
  }

  async dismiss(connection: string, ids: readonly string[], at: number): Promise<void> {
    this.#session.transaction(() => {
      for (const id of ids) {
        this.#session.run(
          'update issues set dismissed_at = ? where connection = ? and id = ?',
          at,
          connection,
          id,
        );
      }
    });
  }

  /** A person who put a warning aside knows it; an error that happens again is news. */
  #count(connection: string, issue: SeenIssue, at: number): void {
    const { id, document, level } = issue;
    this.#session.run(
      `insert into issues (connection, id, document, first_seen, last_seen, times, issue) values (?, ?, ?, ?, ?, 1, ?)
       on conflict (connection, id) do update set last_seen = excluded.last_seen, times = times + 1,
         issue = excluded.issue,
         dismissed_at = case when ? = 'error' then null else dismissed_at end`,
      connection,
      id,
      document.number,
      at,
      at,
      JSON.stringify(issue),
      level,
    );
  }
}
