import type { RequestLimit } from '../http/request-limit.js';

/** What all processes of a state know about the requests of each connection. Times are milliseconds since the epoch. */
export interface RequestStore {
  /** Looks at the ledger of a connection and changes it, while no other process can. */
  update<Result>(
    connection: string,
    change: (ledger: RequestLedger) => LedgerChange<Result>,
  ): Promise<Result>;
}

export interface RequestLedger {
  /** Oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly facts: RequestFacts;
}

export interface LedgerEntry {
  readonly id: string;
  /** When it was sent; of one that is answered, when the answer was there: the server has counted it before that. */
  readonly at: number;
  readonly requests: number;
  /** `assumed`: requests of others that must have been there when the PSA refused one of ours. */
  readonly kind: 'sent' | 'answered' | 'assumed';
}

/** What refusals have taught. */
export interface RequestFacts {
  /** As the PSA has stated them. */
  readonly stated?: { readonly limits: readonly RequestLimit[]; readonly until: number };
  /** Concluded from what was counted when the PSA refused a request without saying why. */
  readonly guessed?: { readonly limit: RequestLimit; readonly until: number };
  /** Requests per window that others seemed to make at that time. */
  readonly others?: { readonly requests: number; readonly at: number };
  /** Nobody sends before that; bulk work not before `bulkParkedUntil`. */
  readonly parkedUntil?: number;
  readonly bulkParkedUntil?: number;
  /** Somebody who works for a person waits until then at most. */
  readonly personWaitsUntil?: number;
}

export interface LedgerChange<Result> {
  readonly result: Result;
  /** Added, or put in the place of the one with that id. */
  readonly put?: readonly LedgerEntry[];
  readonly forget?: readonly string[];
  readonly facts?: RequestFacts;
}
