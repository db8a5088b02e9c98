import type {
  Client,
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
  readonly lookups: Map<string, readonly LookupEntry[]>;
  /** The only client secret that is let in. */
  secret: Secret;
  /** How many ids each kind of record has used up. */
  readonly idsUsed: Map<string, number>;
}
