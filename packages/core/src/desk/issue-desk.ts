import type { DocumentType } from '../domain/document.js';
import type { PushPurpose } from '../state/history-store.js';
import type { StoredIssue } from '../state/issue-store.js';
import type { PushSource } from '../state/push-source.js';
import type { Retries } from './retries.js';

/** What did not go through on one connection, until it does. */
export interface IssueDesk {
  /** Open issues; those that were seen last come first. */
  list(query?: IssueListQuery): Promise<readonly StoredIssue[]>;
  /**
   * One issue by its id or the beginning of it, dismissed ones included.
   *
   * @throws `usage` when there is none, or several begin like that
   */
  get(id: string): Promise<StoredIssue>;
  /**
   * Puts issues aside: they are not listed and not retried any more. An error that happens again is back on the desk, a
   * warning stays aside until it is over.
   *
   * @throws `usage` as `get`
   */
  dismiss(ids: readonly string[]): Promise<readonly StoredIssue[]>;
  /**
   * The pushes that would settle issues: one for each document, whatever it has several issues or one. A push writes only
   * what is missing, so nothing is done twice.
   *
   * @throws `usage` as `get`
   */
  retries(ids: readonly string[] | 'all'): Promise<Retries>;
  /**
   * Does what a host does for one document before and around its push. An error that no push has written down, such as
   * faults of the document or a file that is missing, becomes an issue and an entry of the history; it is thrown on.
   */
  watch<Result>(document: WatchedDocument, work: () => Promise<Result>): Promise<Result>;
}

export interface IssueListQuery {
  /** Of these documents only, by number. */
  readonly documents?: readonly string[];
  /** Those that were put aside, too. */
  readonly dismissed?: boolean;
}

export interface WatchedDocument {
  readonly number: string;
  readonly type?: DocumentType;
  /** `push` unless told. */
  readonly purpose?: PushPurpose;
  readonly source?: PushSource;
}
