import type { JsonValue } from '../base/json.js';
import type { DocumentType } from '../domain/document.js';
import type { ErrorCode } from '../errors/error-catalogue.js';
import type { InputFault } from '../errors/quotebridge-error.js';
import type { PushPurpose } from './history-store.js';
import type { PushSource } from './push-source.js';

/** Issues of connections, until the thing goes through. Raises `state.unusable` like the rest of the state. */
export interface IssueStore {
  /** Those that were seen last come first. */
  list(connection: string, query?: IssueQuery): Promise<readonly StoredIssue[]>;
  /** Counts every fault that was seen, forgets the issues that are over; all of it or nothing. */
  settle(connection: string, change: IssueChange): Promise<void>;
  /** Puts issues aside; `at` in milliseconds since the epoch. */
  dismiss(connection: string, ids: readonly string[], at: number): Promise<void>;
}

export interface IssueQuery {
  /** Of these documents only, by number. */
  readonly documents?: readonly string[];
}

export interface IssueChange {
  readonly seen: readonly SeenIssue[];
  /** Ids of issues that are over. */
  readonly over: readonly string[];
  /** When that was, in milliseconds since the epoch. */
  readonly at: number;
}

/** How far a push got before the fault: each stage settles the faults of those before it. */
export const issueStages = ['read', 'plan', 'apply', 'prove'] as const;
export type IssueStage = (typeof issueStages)[number];

/** One fault of a push. The same fault has the same id each time. */
export interface SeenIssue {
  readonly id: string;
  readonly level: 'warning' | 'error';
  readonly stage: IssueStage;
  readonly purpose: PushPurpose;
  /** Number and family are empty for a file of which no document could be read. */
  readonly document: { readonly number: string; readonly family: string; readonly type?: DocumentType };
  /** What it is about: a record (`opportunity`, `quote`, `item ABC-1`), a setting's path, `document`. */
  readonly about: string;
  /** The line of the document, as people know it. */
  readonly line?: string;
  /** Name of the file to attach that it is about. */
  readonly attachment?: string;
  readonly code: ErrorCode;
  /** The cause, in plain words. */
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
  /** Addressed faults of an input, at most 20. */
  readonly faults?: readonly InputFault[];
  /** Records to choose from, and the like. */
  readonly data?: JsonValue;
  /** Where to push it from again; undefined: not known. */
  readonly source?: PushSource;
}

export interface StoredIssue extends SeenIssue {
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** How often it was seen. */
  readonly times: number;
  /** Milliseconds since the epoch; undefined: it is open. An error that is seen again is open again. */
  readonly dismissedAt?: number;
}
