import type { JsonValue } from '../base/json.js';
import type { RecordId, StoredQuoteLine } from '../contract/records.js';
import type { DocumentType } from '../domain/document.js';
import type { Binding } from './state-store.js';

/**
 * How things stood before each push, so that it can be undone: written down before its first write. At most
 * `mostBeforeImages` of a family are kept, the latest ones.
 */
export interface BeforeImageStore {
  /** Of one family, the latest first. */
  list(connection: string, family: string): Promise<readonly BeforeImage[]>;
  /** Adds one, or replaces that of the same id, which keeps its place. */
  put(connection: string, image: BeforeImage): Promise<void>;
  remove(connection: string, family: string, id: string): Promise<void>;
}

export const mostBeforeImages = 5;

/** What one push found, and what it made of it. */
export interface BeforeImage {
  /** Of the push. One that goes on where another was cut off belongs to that one. */
  readonly id: string;
  readonly family: string;
  readonly document: { readonly number: string; readonly type: DocumentType; readonly name: string };
  readonly purpose: 'push' | 'attach';
  /** Milliseconds since the epoch, both. Never finished: it was cut off. */
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** An undo of it has begun and may be half done. */
  readonly undoneSince?: number;
  /** All bindings of the family, as they were. */
  readonly bindings: readonly Binding[];
  readonly records: readonly BeforeRecord[];
}

/** One record that the push changed. */
export type BeforeRecord =
  BeforeFields | BeforeQuote | BeforeItem | BeforeContact | BeforeAttachment | BeforeCompletion;

/** Values by field name; null: nothing stood there. Values of DataLink stand in `linked`. */
export type FieldImage = { readonly [field: string]: JsonValue };

export interface ChangedFields {
  /** True: the push created it. */
  readonly created: boolean;
  /** Undefined: it was created, and the answer never came. */
  readonly id?: RecordId;
  /** What stood there, of the fields written; a field without an entry was not shown by the PSA. */
  readonly before: FieldImage;
  readonly wrote: FieldImage;
  /** What the PSA showed of these fields right afterwards, as far as it is known. */
  readonly shown?: FieldImage;
}

export interface BeforeFields extends ChangedFields {
  readonly kind: 'opportunity';
  /** It was there before, and carried no marker of ours. */
  readonly unmarked?: true;
  /** As the push left it, as far as it is known. */
  readonly statusId?: RecordId;
}

export interface BeforeQuote extends ChangedFields {
  readonly kind: 'quote';
  /** As the push left it, as far as it is known. */
  readonly statusId?: RecordId;
  readonly lines: readonly BeforeLine[];
}

/** A line that the push created, changed or removed. */
export interface BeforeLine extends ChangedFields {
  readonly key: string;
  readonly label: string;
  /** Of a line that it removed: how it stood. */
  readonly removed?: StoredQuoteLine;
}

/** A product. Created ones stay, so there is nothing more to know of them. */
export interface BeforeItem extends ChangedFields {
  readonly kind: 'item';
  readonly number: string;
  readonly name: string;
}

export interface BeforeContact extends ChangedFields {
  readonly kind: 'contact';
  readonly object: 'clients' | 'users';
  readonly name: string;
}

export interface BeforeAttachment {
  readonly kind: 'attachment';
  readonly marker: string;
  readonly name: string;
  /** False: the file was there already. */
  readonly created: boolean;
  /** Earlier versions that were deleted for it. */
  readonly replaced: readonly RecordId[];
}

export interface BeforeCompletion {
  readonly kind: 'completion';
  readonly outcome: 'won' | 'lost';
  /** Undefined: the same push created the opportunity. */
  readonly before?: { readonly outcome: 'open' | 'won' | 'lost'; readonly statusId?: RecordId };
}
