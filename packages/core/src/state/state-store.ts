import type { Item, RecordId } from '../contract/records.js';
import type { JsonValue } from '../base/json.js';
import type { RequestStore } from './request-store.js';
import type { RunStore } from './run-store.js';
import type { BeforeImageStore } from './before-image-store.js';
import type { HistoryStore } from './history-store.js';
import type { IssueStore } from './issue-store.js';

/**
 * What Quotebridge remembers: one store for any number of processes and connections. All of it can be rebuilt from the
 * PSA and the documents; none of it is secret.
 *
 * Raises `state.unusable` when the store is locked for too long, of a newer version, or none of ours.
 */
export interface StateStore extends AsyncDisposable {
  readonly issues: IssueStore;
  readonly history: HistoryStore;
  readonly beforeImages: BeforeImageStore;

  /** Bindings of one document family. */
  bindings(connection: string, family: string): Promise<readonly Binding[]>;
  /** Intents that were written down and not settled: the trace of an interrupted push. */
  pendingIntents(connection: string, family: string): Promise<readonly Intent[]>;
  /** Carries out all changes of one family or none. */
  commit(connection: string, family: string, changes: StateChanges): Promise<void>;

  /** Family that a document number is known to belong to. */
  familyOf(connection: string, documentNumber: string): Promise<string | undefined>;

  /** Families that something is remembered of, in the order of their names: at most `limit` that come after `after`. */
  families(connection: string, after: string, limit: number): Promise<readonly string[]>;
  /** Document numbers that are known to belong to the family. */
  numbersOf(connection: string, family: string): Promise<readonly string[]>;

  /** Items of the cache by exact item number, compared without case. */
  itemsByNumber(
    connection: string,
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Item[]>>;
  /** Adds or replaces items; with `complete`, all others are forgotten. */
  putItems(
    connection: string,
    items: readonly Item[],
    options?: { readonly complete?: boolean },
  ): Promise<void>;
  /** Forgets items that are no longer in the PSA. */
  forgetItems(connection: string, ids: readonly RecordId[]): Promise<void>;

  cached(connection: string, key: string, now: number): Promise<JsonValue | undefined>;
  putCached(connection: string, key: string, value: JsonValue, expiresAt: number): Promise<void>;
  deleteCached(connection: string, key: string): Promise<void>;

  /**
   * Takes the lease when it is free, expired, or its owner is a process of this machine that is gone.
   * Taking it again as the same owner renews it.
   */
  takeLease(name: string, owner: string, expiresAt: number, now: number): Promise<boolean>;
  releaseLease(name: string, owner: string): Promise<void>;

  readonly requests: RequestStore;
  readonly runs: RunStore;
}

export type BindingKind =
  'document' | 'opportunity' | 'quote' | 'line' | 'client' | 'user' | 'attachment' | 'decision';

/** A document object ↔ PSA record, with what we last wrote into it. */
export interface Binding {
  readonly kind: BindingKind;
  /** `document`, `opportunity`, `quote`, `client` and `user`: the family; `line`: line key; `attachment`: marker; `decision`: what it is about. */
  readonly key: string;
  readonly recordId: RecordId;
  readonly image: BindingImage;
}

/**
 * `wanted` is what we meant to write, `stored` how the PSA showed it right afterwards. A PSA that trims or rounds a
 * value makes them differ without anybody having edited it.
 */
export interface BindingImage {
  readonly wanted: { readonly [field: string]: JsonValue };
  readonly stored: { readonly [field: string]: JsonValue };
  /** Link to the record, so that an unchanged one can be shown without being read. */
  readonly url?: string;
  /** Of the marker in the record, as it stood after our last push: another one there tells of another machine's write. */
  readonly stamp?: string;
  /** Values that a person gave in place of the document's, by field. */
  readonly edits?: RememberedEdits;
}

/** `over` is the document's own value at that time (null: none): once it is another one, the edit is over. */
export type RememberedEdits = {
  readonly [field: string]: { readonly value: JsonValue; readonly over: JsonValue };
};

/** A create, or an update of a quote, that was about to be sent. */
export interface Intent {
  readonly id: string;
  /** `opportunity`, `quote`, `items`, `attachment <name>`. */
  readonly operation: string;
  readonly marker: string;
  /** Title of the record, for PSAs whose lists do not show markers: the document may have another one by the rerun. */
  readonly title?: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

export interface StateChanges {
  readonly bind?: readonly Binding[];
  readonly unbind?: readonly { readonly kind: BindingKind; readonly key: string }[];
  readonly openIntent?: Intent;
  readonly closeIntents?: readonly string[];
  /** Document numbers that belong to the family. */
  readonly numbers?: readonly string[];
}
