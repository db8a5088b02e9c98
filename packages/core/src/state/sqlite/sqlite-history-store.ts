import type {
  HistoryEnd,
  HistoryEntry,
  HistoryOutcome,
  HistoryQuery,
  HistoryStore,
  NewHistoryEntry,
} from '../history-store.js';
import type { SqliteSession } from './sqlite-session.js';

interface Row {
  readonly id: number;
  readonly process: string;
  readonly started_at: number;
  readonly last_at: number;
  readonly times: number;
  readonly outcome: HistoryOutcome;
  readonly entry: string;
}

type StoredEntry = Omit<NewHistoryEntry, 'startedAt' | 'process'> & Partial<Omit<HistoryEnd, 'outcome'>>;

/** The history in the embedded state. */
export class SqliteHistoryStore implements HistoryStore {
  readonly #session: SqliteSession;
  readonly #isProcessAlive: (owner: string) => boolean;

  constructor(session: SqliteSession, isProcessAlive: (owner: string) => boolean) {
    this.#session = session;
    this.#isProcessAlive = isProcessAlive;
  }

  async list(connection: string, query: HistoryQuery = {}): Promise<readonly HistoryEntry[]> {
    const { documents, since, outcome, before, limit } = query;
    const of = JSON.stringify(documents ?? []);
    // What is called running may have been interrupted: that is told below.
    const stored = outcome === 'interrupted' ? '["running","interrupted"]' : JSON.stringify([outcome]);
    const rows = this.#session.all<Row>(
      `select id, process, started_at, last_at, times, outcome, entry from history where connection = ?
       and (? is null or document in (select value from json_each(?)) or family in (select value from json_each(?)))
       and (? is null or last_at >= ?) and (? is null or id < ?)
       and (? is null or outcome in (select value from json_each(?)))
       order by id desc limit ?`,
      connection,
      documents === undefined ? null : 1,
      of,
      of,
      since ?? null,
      since ?? null,
      before ?? null,
      before === undefined ? null : Number(before),
      outcome ?? null,
      stored,
      limit ?? -1,
    );
    const entries = rows.map((row) => this.#entry(row));
    return outcome === undefined ? entries : entries.filter((entry) => entry.outcome === outcome);
  }

  async begin(connection: string, entry: NewHistoryEntry): Promise<string> {
    return this.#session.transaction(() => {
      this.#session.run(
        "update history set outcome = 'interrupted' where connection = ? and family = ? and outcome = 'running'",
        connection,
        entry.document.family,
      );
      return this.#insert(connection, entry, 'running', {}, undefined);
    });
  }

  async end(connection: string, id: string, end: HistoryEnd): Promise<void> {
    this.#session.transaction(() => {
      const [row] = this.#session.all<{ entry: string }>(
        'select entry from history where connection = ? and id = ?',
        connection,
        Number(id),
      );
      if (row === undefined) return;
      const { outcome, ...rest } = end;
      const entry = { ...(JSON.parse(row.entry) as StoredEntry), ...rest };
      this.#session.run(
        'update history set outcome = ?, entry = ? where connection = ? and id = ?',
        outcome,
        JSON.stringify(entry),
        connection,
        Number(id),
      );
    });
  }

  async add(connection: string, entry: NewHistoryEntry, end: HistoryEnd, fold?: string): Promise<string> {
    return this.#session.transaction(() => {
      const [last] = this.#session.all<{ id: number; fold: string | null }>(
        'select id, fold from history where connection = ? and document = ? order by id desc limit 1',
        connection,
        entry.document.number,
      );
      const { outcome, ...rest } = end;
      if (fold === undefined || last?.fold !== fold)
        return this.#insert(connection, entry, outcome, rest, fold);
      this.#session.run(
        'update history set times = times + 1, last_at = ?, process = ?, entry = ? where id = ?',
        entry.startedAt,
        entry.process,
        entryText(entry, rest),
        last.id,
      );
      return String(last.id);
    });
  }

  async abandoned(connection: string): Promise<readonly HistoryEntry[]> {
    const rows = this.#session.all<Row>(
      `select id, process, started_at, last_at, times, outcome, entry from history
       where connection = ? and outcome = 'running' order by id`,
      connection,
    );
    return rows.map((row) => this.#entry(row)).filter(({ outcome }) => outcome === 'interrupted');
  }

  #insert(
    connection: string,
    entry: NewHistoryEntry,
    outcome: HistoryOutcome,
    end: Partial<HistoryEnd>,
    fold: string | undefined,
  ): string {
    this.#session.run(
      `insert into history (connection, document, family, process, started_at, last_at, times, outcome, fold, entry)
       values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
      connection,
      entry.document.number,
      entry.document.family,
      entry.process,
      entry.startedAt,
      entry.startedAt,
      outcome,
      fold ?? null,
      entryText(entry, end),
    );
    return String(this.#session.all<{ id: number }>('select last_insert_rowid() as id')[0]?.id ?? '');
  }

  #entry(row: Row): HistoryEntry {
    const entry = JSON.parse(row.entry) as StoredEntry;
    const isGone = row.outcome === 'running' && !this.#isProcessAlive(row.process);
    return {
      requests: { read: 0, write: 0 },
      issues: [],
      ...entry,
      id: String(row.id),
      startedAt: row.started_at,
      lastAt: row.last_at,
      times: row.times,
      process: row.process,
      outcome: isGone ? 'interrupted' : row.outcome,
    };
  }
}

/** What has columns of its own is not said twice. */
function entryText(
  { startedAt: _, process: __, ...entry }: NewHistoryEntry,
  end: Partial<HistoryEnd>,
): string {
  return JSON.stringify({ ...entry, ...end });
}
