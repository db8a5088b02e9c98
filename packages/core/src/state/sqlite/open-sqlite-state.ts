import Database from 'libsql';
import { QuotebridgeError } from '../../errors/quotebridge-error.js';
import type { StateStore } from '../state-store.js';
import { schema, schemaVersion } from './schema.js';
import { SqliteSession } from './sqlite-session.js';
import { SqliteStateStore } from './sqlite-state-store.js';
import { stateError } from './state-error.js';

export interface SqliteStateOptions {
  /** File to open or to create; its folder must exist. `:memory:` keeps everything in memory. */
  readonly path: string;
  /** Milliseconds to wait for another process that is writing; 10,000 unless told. */
  readonly busyMilliseconds?: number;
  /**
   * Whether the process behind a lease's owner may still be running. Lets a rerun go on at once after a crash, instead
   * of waiting until the lease expires. Absent: every owner is taken to be alive.
   */
  readonly isProcessAlive?: (owner: string) => boolean;
}

/**
 * Opens the embedded state: one SQLite file in WAL mode, safe for several processes at once.
 *
 * @throws `state.unusable` when the file is locked, from a newer version, or not a database.
 */
export async function openSqliteState(options: SqliteStateOptions): Promise<StateStore> {
  const { path } = options;
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: options.busyMilliseconds ?? 10_000 });
    prepare(database, path);
    return new SqliteStateStore(new SqliteSession(database, path), options.isProcessAlive ?? (() => true));
  } catch (error) {
    database?.close();
    throw error instanceof QuotebridgeError ? error : stateError(path, error);
  }
}

function prepare(database: Database.Database, path: string): void {
  // Read in one transaction: another process may be creating the tables at this moment.
  const { version, tables } = database
    .transaction(() => ({ version: userVersion(database), tables: tableNames(database) }))
    .deferred();
  if (version > schemaVersion) {
    throw new QuotebridgeError(
      'state.unusable',
      `The state file ${path} was written by a newer Quotebridge (form ${version}; this one knows ${schemaVersion}).`,
      { next: 'Update Quotebridge, or name another file with --state.' },
    );
  }
  if (tables.length > 0 && (version === 0 || !tables.includes('bindings'))) {
    throw new QuotebridgeError(
      'state.unusable',
      `The file ${path} is a database, but not a Quotebridge state.`,
      {
        next: 'Name another file with --state.',
      },
    );
  }
  database.pragma('journal_mode = WAL');
  // A power cut may cost the last instants of a WAL database in "normal" mode; a binding must not be among them.
  database.pragma('synchronous = FULL');
  if (version < schemaVersion) {
    database
      .transaction(() => {
        database.exec(schema);
        addColumns(database);
        database.pragma(`user_version = ${schemaVersion}`);
      })
      .immediate();
  }
}

/** What a table of an earlier form lacks. */
function addColumns(database: Database.Database): void {
  const columns = database.pragma('table_info(intents)') as readonly { name: string }[];
  if (!columns.some(({ name }) => name === 'title'))
    database.exec('alter table intents add column title text');
}

function userVersion(database: Database.Database): number {
  const rows = database.pragma('user_version') as readonly { user_version: number }[];
  return rows[0]?.user_version ?? 0;
}

function tableNames(database: Database.Database): readonly string[] {
  const rows = database.prepare("select name from sqlite_schema where type = 'table'").all();
  return (rows as readonly { name: string }[]).map(({ name }) => name);
}
