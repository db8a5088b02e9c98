import type { RecordId } from '../contract/records.js';
import type { ErrorCode } from '../errors/error-catalogue.js';
import type { DocumentType } from '../domain/document.js';
import type { RequestCount } from '../http/request-count.js';
import type { Proof } from '../proof/proof.js';

/** What became of one document. */
export interface PushResult {
  readonly document: { readonly number: string; readonly type: DocumentType; readonly family: string };
  /**
   * `unchanged`: there was nothing to write. `skipped`: nothing was written of it, and it does not count as pushed; an issue
   * says why.
   */
  readonly status: 'written' | 'unchanged' | 'skipped';
  readonly opportunity?: RecordResult;
  readonly quote?: RecordResult & { readonly lines: LineCounts };
  readonly items: readonly {
    readonly number: string;
    readonly id: RecordId;
    readonly action: 'created' | 'updated' | 'matched';
  }[];
  readonly attachments: readonly (RecordResult & {
    readonly name: string;
    /** Its name in the PSA, where its content was there under another one. */
    readonly storedName?: string;
    /** Earlier versions that were deleted. */
    readonly replaced?: readonly RecordId[];
  })[];
  /** What DataLink did to the client and the user; absent when it has nothing for them. */
  readonly contacts?: readonly ContactResult[];
  readonly completion?: 'won' | 'lost';
  /** An undo has opened the opportunity again. */
  readonly reopened?: true;
  readonly proof?: Proof;
  readonly requests: RequestCount;
  readonly issues: readonly PushIssue[];
}

export interface RecordResult {
  readonly id: RecordId;
  readonly url?: string;
  /** `removed`: an undo has deleted it again. */
  readonly action: 'created' | 'updated' | 'kept' | 'found' | 'removed';
}

export interface ContactResult {
  readonly object: 'clients' | 'users';
  readonly id: RecordId;
  readonly name: string;
  readonly action: 'updated' | 'kept';
}

export interface LineCounts {
  readonly created: number;
  readonly updated: number;
  readonly removed: number;
  readonly kept: number;
  /** Lines that people added in the PSA, left as they are. */
  readonly foreign: number;
}

/** One thing that did not go through, or that a person ought to look at. */
export interface PushIssue {
  readonly level: 'warning' | 'error';
  readonly about: string;
  /** The line of the document, as people know it. */
  readonly line?: string;
  readonly code?: ErrorCode;
  readonly message: string;
  /** What a person ought to do; a warning without it is for information only. */
  readonly next?: string;
}
