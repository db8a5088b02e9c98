import type {
  Address,
  Client,
  DataLinkObject,
  FieldDescription,
  FieldValues,
  IsoDate,
  Item,
  LookupEntry,
  RecordId,
  Secret,
  StoredAttachment,
  StoredOpportunity,
  StoredQuote,
  StoredQuoteLine,
  User,
} from '@quotebridge/core/plugin';

export type MemoryQuote = StoredQuote & { readonly lines: readonly StoredQuoteLine[] };

export type MemoryAttachment = StoredAttachment & {
  readonly opportunityId: RecordId;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/**
 * Everything that the imagined PSA holds. Tests may look into it and change it as people in the PSA would; any number
 * of connections may share one.
 */
export interface MemoryTenant {
  readonly clients: Map<RecordId, Client>;
  readonly users: Map<RecordId, User>;
  readonly items: Map<RecordId, Item>;
  readonly opportunities: Map<RecordId, StoredOpportunity>;
  readonly quotes: Map<RecordId, MemoryQuote>;
  readonly attachments: Map<RecordId, MemoryAttachment>;
  /** Addresses of sites. */
  readonly sites: Map<RecordId, Address>;
  /** What people noted on opportunities. */
  readonly notes: Map<RecordId, readonly string[]>;
  /** Days of conversion of completed opportunities. */
  readonly completions: Map<RecordId, IsoDate>;
  readonly fields: Map<DataLinkObject, readonly FieldDescription[]>;
  /** What DataLink has written into clients and users, by `clients/<id>` and `users/<id>`. */
  readonly fieldValues: Map<string, FieldValues>;
  readonly lookups: Map<string, readonly LookupEntry[]>;
  /** The only client secret that is let in. */
  secret: Secret;
  /** How many ids each kind of record has used up. */
  readonly idsUsed: Map<string, number>;
}
