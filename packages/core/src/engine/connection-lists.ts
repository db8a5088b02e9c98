import type { CachedFields } from './cached-fields.js';
import type { CachedLookups } from './cached-lookups.js';

/** The lists of an open connection, kept for all processes of the state. */
export interface ConnectionLists {
  readonly lookups: CachedLookups;
  readonly fields: CachedFields;
}
