import type { CallOptions } from './call-options.js';
import type { Marker, WriteAnswer } from './marker.js';
import type { IsoDate } from '../domain/document.js';
import type { OpportunityFields, RecordId, StoredOpportunity } from './records.js';

export interface OpportunityQuery {
  readonly clientId?: RecordId;
  readonly userId?: RecordId;
  readonly openOnly?: boolean;
}

/** Where to look for a marker: knowing the client keeps the search small. */
export interface MarkerScope {
  readonly clientId: RecordId;
  /** Titles the record may carry, for PSAs whose lists do not show the marker. */
  readonly titles: readonly string[];
  /** One that carries it for certain, because it was created a moment ago: it need not be read to know that. */
  readonly known?: RecordId;
}

export interface Completion {
  readonly outcome: 'won' | 'lost';
  readonly statusId?: RecordId;
  /** Reason category, from the lookup `closureCategories`. */
  readonly closureCategoryId?: RecordId;
  /** Day of the conversion. */
  readonly on: IsoDate;
}

export interface OpportunityPort {
  list(query: OpportunityQuery, options?: CallOptions): Promise<readonly StoredOpportunity[]>;
  get(id: RecordId, options?: CallOptions): Promise<StoredOpportunity | undefined>;
  create(
    fields: Partial<OpportunityFields>,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>>;
  /**
   * Writes only the given fields, and the marker with them. An empty key takes the marker away: an opportunity that was
   * there before us becomes again nobody's.
   */
  update(
    id: RecordId,
    fields: Partial<OpportunityFields>,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>>;
  complete(
    id: RecordId,
    completion: Completion,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>>;
  /**
   * Every opportunity that carries the marker, closed ones included, in the order in which the PSA stored them. Of two
   * machines that created one in the same instant, each finds both afterwards, and both keep the first.
   */
  findByMarker(
    marker: Marker,
    scope: MarkerScope,
    options?: CallOptions,
  ): Promise<readonly StoredOpportunity[]>;
  /** Every opportunity that carries a marker of ours, page by page. Absent: the PSA's lists do not show markers. */
  listMarked?(options?: CallOptions): AsyncIterable<readonly StoredOpportunity[]>;
  /** Opens a closed one again, in that status or in the PSA's own first one. Absent: it stays closed. */
  reopen?(
    id: RecordId,
    statusId: RecordId | undefined,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredOpportunity>>;
  /**
   * What others have added to it, in words, such as `2 actions`; quotes and files with a marker of ours do not count.
   * Empty: nothing. Absent: it cannot be told, and the opportunity is never deleted.
   */
  addedByOthers?(id: RecordId, options?: CallOptions): Promise<readonly string[]>;
  /** Deletes it; one that is gone already is fine. Absent: opportunities are never deleted. */
  remove?(id: RecordId, options?: CallOptions): Promise<void>;
}
