import type { JsonValue } from '../base/json.js';
import type { RecordId } from '../contract/records.js';
import type { DocumentType } from '../domain/document.js';
import type { ErrorCode } from '../errors/error-catalogue.js';
import type { RequestCount } from '../http/request-count.js';
import type { PushSource } from './push-source.js';

/** Every push of a connection. Raises `state.unusable` like the rest of the state. */
export interface HistoryStore {
  /** Newest first. */
  list(connection: string, query?: HistoryQuery): Promise<readonly HistoryEntry[]>;
  /**
   * Enters a push that is about to write, as `running`; answers the id of the entry. Whoever begins holds the lease of the
   * family: what ran before and was not ended is `interrupted`.
   */
  begin(connection: string, entry: NewHistoryEntry): Promise<string>;
  /** Says how a push ended that was begun. */
  end(connection: string, id: string, end: HistoryEnd): Promise<void>;
  /**
   * Enters a push that wrote nothing. One like the last entry of its document (same `fold`) counts that one again instead of
   * making another. Answers the id of the entry.
   */
  add(connection: string, entry: NewHistoryEntry, end: HistoryEnd, fold?: string): Promise<string>;
  /** Entries whose process ended without saying so, and of which nobody knows yet; oldest first. */
  abandoned(connection: string): Promise<readonly HistoryEntry[]>;
}

export interface HistoryQuery {
  /** Of these documents only, by number or family. */
  readonly documents?: readonly string[];
  /** Not older than that: milliseconds since the epoch. */
  readonly since?: number;
  readonly outcome?: HistoryOutcome;
  /** Older than the entry of this id. */
  readonly before?: string;
  /** At most that many. */
  readonly limit?: number;
}

/** `push` brings a document over, `attach` only files, `undo` takes back what the last push changed. */
export type PushPurpose = 'push' | 'attach' | 'undo';

/**
 * `running`: not ended yet. `interrupted`: its process ended in the middle of it. `failed`: it ended with an error;
 * `changes` says what was written before.
 */
export type HistoryOutcome = 'running' | 'written' | 'unchanged' | 'skipped' | 'failed' | 'interrupted';

export interface NewHistoryEntry {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Who pushed, such as `dana@office-3`. */
  readonly actor: string;
  /** The process that pushed, as leases name it. */
  readonly process: string;
  readonly purpose: PushPurpose;
  /** Whether a stored plan was carried out. */
  readonly stored?: true;
  /** Number and family are empty for a file of which no document could be read. */
  readonly document: {
    readonly number: string;
    readonly family: string;
    readonly type?: DocumentType;
    readonly name?: string;
  };
  /** What is about to be written; what was written, once it has ended. */
  readonly changes: readonly HistoryChange[];
  readonly source?: PushSource;
}

export interface HistoryEnd {
  readonly outcome: HistoryOutcome;
  readonly endedAt: number;
  /** What was written; undefined: what was said at the beginning. */
  readonly changes?: readonly HistoryChange[];
  readonly requests: RequestCount;
  /** Verdict of the proof, where one was made. */
  readonly proof?: string;
  /** Ids of the issues that it left. */
  readonly issues: readonly string[];
  readonly error?: { readonly code: ErrorCode; readonly message: string };
}

export interface HistoryEntry extends NewHistoryEntry, Omit<HistoryEnd, 'endedAt' | 'changes'> {
  /** Grows with time. */
  readonly id: string;
  /** Undefined: it has not ended, or nobody could say so. */
  readonly endedAt?: number;
  /** How many pushes the entry stands for. */
  readonly times: number;
  /** When the last of them began. */
  readonly lastAt: number;
}

/** What a push changed in one record. */
export interface HistoryChange {
  readonly record: 'item' | 'client' | 'user' | 'opportunity' | 'quote' | 'attachment' | 'completion';
  readonly id?: RecordId;
  /** What people know it by, where it has such a name. */
  readonly name?: string;
  readonly action: 'created' | 'updated' | 'removed' | 'reopened';
  readonly fields: readonly FieldChange[];
  readonly lines?: readonly LineChange[];
  /** Lines that changed beyond those that are listed. */
  readonly moreLines?: number;
}

/** Undefined: nothing stood there, or nothing stands there now. Long texts are cut off and end in `…`. */
export interface FieldChange {
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

export interface LineChange {
  readonly line: string;
  readonly action: 'created' | 'updated' | 'removed';
  readonly fields: readonly FieldChange[];
}
