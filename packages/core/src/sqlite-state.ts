export { openSqliteState, type SqliteStateOptions } from './state/sqlite/open-sqlite-state.js';
