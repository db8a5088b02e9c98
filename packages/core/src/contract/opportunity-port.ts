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
  /** Writes only the given fields, and the marker with them. */
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
  /** Every opportunity that carries the marker, closed ones included. More than one is the caller's conflict. */
  findByMarker(
    marker: Marker,
    scope: MarkerScope,
    options?: CallOptions,
  ): Promise<readonly StoredOpportunity[]>;
}
