import type { Secret } from '@quotebridge/core/plugin';
import type { OptionalPort } from '../suite/adapter-options.js';
import type { MemoryTenant } from './memory-tenant.js';

/** Which of the habits of real PSAs the in-memory one imitates. */
export interface MemoryOptions {
  /** A fresh seeded one unless given. */
  readonly tenant?: MemoryTenant;
  /** The seeded tenant's own unless given. */
  readonly secret?: Secret;
  /** Records in one answer of a search; 3 unless given, so that a tiny tenant has several pages. */
  readonly pageSize?: number;
  /** `id`: a write answers with the id alone, as Autotask does. */
  readonly answers?: 'record' | 'id';
  /** `each`: one request for the header and one for each line, as ConnectWise needs; a fault may strike in between. */
  readonly lineWrites?: 'together' | 'each';
  /** `derived`: the PSA adds up the quotes' one-off lines and ignores the value that is written. */
  readonly opportunityValue?: 'explicit' | 'derived';
  /** Ports and methods that it does not have. */
  readonly without?: readonly OptionalPort[];
}
