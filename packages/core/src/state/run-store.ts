/**
 * How far pushes of whole files have come, so that one that was interrupted goes on where it was. A run is known by its
 * connection and by a key, the hash of the file.
 */
export interface RunStore {
  /** How far it has come; undefined when there is none, or its file was not read to the end. */
  tally(connection: string, key: string): Promise<RunTally | undefined>;
  /** Begins a run, in the place of any other with that key. */
  begin(connection: string, key: string, startedAt: number): Promise<void>;
  add(connection: string, key: string, documents: readonly RunDocument[]): Promise<void>;
  /** All documents of the file have been added. */
  seal(connection: string, key: string): Promise<void>;
  /** Documents of a stage that are to be pushed and are not settled, in the order of the file. */
  due(
    connection: string,
    key: string,
    query: { readonly stage: number; readonly after: number; readonly most: number },
  ): Promise<readonly RunDocument[]>;
  settle(connection: string, key: string, position: number, outcome: RunOutcome): Promise<void>;
  /** The last document of that number that can be pushed. */
  byNumber(connection: string, key: string, number: string): Promise<RunDocument | undefined>;
  forget(connection: string, key: string): Promise<void>;
  /** Forgets runs that began before that, in milliseconds since the epoch. */
  forgetBefore(startedAt: number): Promise<void>;
}

/** What must be known of a document to put it in order among those of its file. */
export interface RunDocument {
  /** From 0, in the order in which the source gives them. */
  readonly position: number;
  readonly number: string;
  /** Quotes 0, orders 1, invoices 2; a document with faults −1. */
  readonly stage: number;
  readonly superseded: boolean;
  readonly revisionOf?: string;
  readonly convertedFrom?: string;
}

export type RunStatus = 'written' | 'unchanged' | 'skipped' | 'failed';

export interface RunOutcome {
  readonly status: RunStatus;
  /** Exit code that this document alone would have. */
  readonly exit: number;
}

export interface RunTally {
  /** Documents that are to be pushed. */
  readonly total: number;
  readonly settled: Readonly<Record<RunStatus, number>>;
  /** The first ones of those that failed. */
  readonly failed: readonly string[];
  readonly worstExit: number;
}
