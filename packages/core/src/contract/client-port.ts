import type { CallOptions } from './call-options.js';
import type { Client, RecordId, SiteAddress, User } from './records.js';

export interface PeopleQuery {
  readonly text: string;
  readonly includeInactive?: boolean;
  /** At most that many, 50 unless told. */
  readonly limit?: number;
}

export interface ClientPort {
  /** Clients whose name contains the text, checked by the adapter itself where the PSA's own search is loose. */
  search(query: PeopleQuery, options?: CallOptions): Promise<readonly Client[]>;
  get(id: RecordId, options?: CallOptions): Promise<Client | undefined>;
  /** Address of a site by the PSA's own lines. Absent: the PSA has none. */
  siteAddress?(siteId: RecordId, options?: CallOptions): Promise<SiteAddress | undefined>;
}

export interface UserQuery extends PeopleQuery {
  readonly clientId?: RecordId;
}

export interface UserPort {
  /** Users whose name or e-mail address contains the text. General (placeholder) users of a site are left out. */
  search(query: UserQuery, options?: CallOptions): Promise<readonly User[]>;
  get(id: RecordId, options?: CallOptions): Promise<User | undefined>;
}
