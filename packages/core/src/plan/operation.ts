import type { FieldValues } from '../contract/field-port.js';
import type {
  ItemUpdate,
  NewItem,
  OpportunityFields,
  Outcome,
  QuoteFields,
  QuoteLineFields,
  RecordId,
  StoredQuoteLine,
} from '../contract/records.js';
import type { IsoDate } from '../domain/document.js';
import type { RememberedEdits } from '../state/state-store.js';
import type { JsonValue } from '../base/json.js';
import type { Ownership } from './ownership.js';
import type { Reason, Reasons } from './reason.js';

/** One record's part of a plan. */
export type Operation =
  | ItemOperation
  | ItemUpdateOperation
  | ContactOperation
  | OpportunityOperation
  | QuoteOperation
  | AttachmentOperation
  | CompletionOperation
  | RemovalOperation
  | ReopeningOperation;

/** A field that is left as it stands in the PSA although the document wants something else. */
export interface KeptField {
  readonly field: string;
  readonly ours: JsonValue;
  readonly theirs: JsonValue;
  /** What was written last; undefined: nothing that is remembered. */
  readonly lastWritten?: JsonValue;
  readonly ownership: Ownership;
}

/** What is written into one record: `wanted` holds the fields to write, `before` what stands there now. */
export interface FieldOperation<Fields> {
  readonly wanted: Partial<Fields>;
  readonly before: Partial<Fields>;
  /** Why each field has the value that the document wants, by field name; fields that are not written now included. */
  readonly reasons: Reasons;
  readonly kept?: readonly KeptField[];
}

export interface ItemOperation {
  readonly kind: 'item';
  readonly action: 'create';
  readonly item: NewItem;
  readonly reasons: Reasons;
}

/** A product that exists and is brought up to date, because the settings name fields for that. */
export interface ItemUpdateOperation extends FieldOperation<ItemUpdate> {
  readonly kind: 'itemUpdate';
  readonly action: 'update';
  readonly id: RecordId;
  readonly number: string;
  readonly name: string;
}

/** What DataLink writes into the client or the user of the document. */
export interface ContactOperation {
  readonly kind: 'contact';
  readonly action: 'update' | 'keep';
  readonly object: 'clients' | 'users';
  readonly id: RecordId;
  readonly name: string;
  readonly wanted: FieldValues;
  /** Empty text: nothing stands there. */
  readonly before: FieldValues;
  readonly reasons: Reasons;
  readonly kept?: readonly KeptField[];
  /** Every value as the document wants it, whether it is written now or not. */
  readonly image: FieldValues;
}

export interface OpportunityOperation extends FieldOperation<OpportunityFields> {
  readonly kind: 'opportunity';
  readonly action: 'create' | 'update' | 'keep';
  readonly id?: RecordId;
  readonly url?: string;
  readonly marker: string;
  /** Every field as the document wants it, whether it is written now or not. */
  readonly image: Partial<OpportunityFields>;
}

export interface QuoteOperation extends FieldOperation<QuoteFields> {
  readonly kind: 'quote';
  readonly action: 'create' | 'update' | 'keep';
  readonly id?: RecordId;
  readonly url?: string;
  readonly marker: string;
  readonly image: Partial<QuoteFields>;
  /** Values that a person gave in place of the document's and that are in force. */
  readonly edits?: RememberedEdits;
  /** It hangs on another opportunity, or on one that is gone, and is brought back to its own. */
  readonly moves?: true;
  /** Complete and in order; removed lines last. */
  readonly lines: readonly LineOperation[];
}

export interface LineOperation {
  readonly action: 'create' | 'update' | 'keep' | 'remove' | 'foreign';
  /** Key of our line; for a line that a person added, its id in the PSA. */
  readonly key: string;
  readonly id?: RecordId;
  /** A few words for people. */
  readonly label: string;
  /** As it will stand; absent for removed and foreign lines. */
  readonly wanted?: QuoteLineFields;
  readonly kept?: readonly KeptField[];
  /** A removed line as it stood, so that it can be written again. */
  readonly removed?: StoredQuoteLine;
  /** What the document wants of fields that a person changed in the PSA and that are left as they are there. */
  readonly ours?: Partial<QuoteLineFields>;
  /** Only the fields that are different now. */
  readonly before?: Partial<QuoteLineFields>;
  readonly reasons: Reasons;
  /** Number of the item that this plan creates and the line refers to. */
  readonly createsItem?: string;
  /** A line that a person added, to be written back unchanged. */
  readonly foreign?: StoredQuoteLine;
}

export interface AttachmentOperation {
  readonly kind: 'attachment';
  /** `update`: the file is there, and earlier versions are still to be deleted. */
  readonly action: 'create' | 'update' | 'keep';
  readonly id?: RecordId;
  readonly name: string;
  /** Its name in the PSA, where its content is there under another one: that one it keeps. */
  readonly storedName?: string;
  readonly mediaType: string;
  /** Where the host finds the bytes again when the plan is applied. */
  readonly location: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly marker: string;
  /** Earlier versions of the file, ours, which are deleted once this one is there. */
  readonly replaces?: readonly RecordId[];
}

export interface CompletionOperation {
  readonly kind: 'completion';
  readonly action: 'update' | 'keep';
  readonly outcome: 'won' | 'lost';
  readonly statusId?: RecordId;
  readonly closureCategoryId?: RecordId;
  /** Day of the conversion. */
  readonly on: IsoDate;
  /** How the opportunity stands now; absent when it is created by the same plan. */
  readonly before?: { readonly outcome: Outcome; readonly statusId?: RecordId };
  readonly reason: Reason;
}

/** A record that a push created and that is deleted again, by an undo or because it was created twice; nobody has used it since. */
export interface RemovalOperation {
  readonly kind: 'removal';
  readonly action: 'remove';
  readonly object: 'opportunity' | 'quote' | 'attachment';
  readonly id: RecordId;
  readonly name: string;
  readonly url?: string;
  readonly reason: Reason;
}

/** An opportunity that a push completed and that an undo opens again. */
export interface ReopeningOperation {
  readonly kind: 'reopening';
  readonly action: 'update';
  readonly id: RecordId;
  /** As it is closed now. */
  readonly outcome: 'won' | 'lost';
  /** The one that it had before; absent: the PSA's own first one. */
  readonly statusId?: RecordId;
  readonly reason: Reason;
}
