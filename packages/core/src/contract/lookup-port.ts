import type { CallOptions } from './call-options.js';
import type { LookupEntry } from './records.js';

/** Live lists of the PSA. Core asks for the names below; an adapter may offer more. */
export const wellKnownLookups = [
  'agents',
  'ticketTypes',
  'productGroups',
  'statuses',
  'closureCategories',
  'quoteStatuses',
  'taxes',
  'currencies',
] as const;

export interface LookupPort {
  /** Names that `list` answers, in the order a person would want to see them. */
  readonly names: readonly string[];
  /** Entries in the PSA's own order; another name than those above is `capability.unsupported`. A tax carries its percentage as decimal text in `detail.percent`. */
  list(name: string, options?: CallOptions): Promise<readonly LookupEntry[]>;
  /** Entries of the list that exist and cannot be used any more, so that `list` leaves them out. */
  listInactive?(name: string, options?: CallOptions): Promise<readonly LookupEntry[]>;
}
