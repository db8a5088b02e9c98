import type { ContactManager, IsoDate, QuoteLineFields, RecordId } from '@quotebridge/core/plugin';
import type { FaultKind } from './fault-kind.js';
import type { Samples } from './samples.js';

/** One connection to a tenant of its own, in the state that the samples describe. */
export interface ConformanceSubject {
  readonly contactManager: ContactManager;
  readonly samples: Samples;
  /** Secrets in use: values that must never show. */
  readonly secrets: readonly string[];
  /** Shows everything about a value, hidden and nested parts too: `(value) => inspect(value, { depth: 12, showHidden: true })`. */
  readonly inspect: (value: unknown) => string;
  /** From now on every request meets this fault. Waiting between tries must take no real time. */
  readonly fault?: (kind: FaultKind) => void | Promise<void>;
  /** Requests that reached the PSA since this subject was opened. */
  readonly counts?: () => { readonly read: number; readonly write: number };
  /** The bytes of an attachment as the PSA keeps them. */
  readonly download?: (attachmentId: RecordId) => Uint8Array | Promise<Uint8Array>;
  /** The day of the conversion of a completed opportunity, as the PSA keeps it. */
  readonly completedOn?: (opportunityId: RecordId) => IsoDate | undefined | Promise<IsoDate | undefined>;
  /** Adds a line to a quote as a person in the PSA would. */
  readonly addForeignLine?: (quoteId: RecordId, fields: QuoteLineFields) => RecordId | Promise<RecordId>;
  /** Adds a note to an opportunity as a person in the PSA would. */
  readonly addNote?: (opportunityId: RecordId) => void | Promise<void>;
  /** Called once or more. */
  readonly dispose: () => void | Promise<void>;
}
