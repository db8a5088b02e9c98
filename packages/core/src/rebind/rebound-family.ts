import type { RecordId } from '../contract/records.js';

/** What became of one document family when a lost state was rebuilt. */
export interface ReboundFamily {
  readonly family: string;
  /**
   * `bound`: its records are remembered again. `known`: they were remembered already. `missing`: the PSA has none of it.
   * `conflict`: a person must decide, and nothing was remembered.
   */
  readonly status: 'bound' | 'known' | 'missing' | 'conflict';
  readonly opportunity?: ReboundRecord;
  readonly quote?: ReboundRecord & { readonly lines: number };
  /** Files with our marker. */
  readonly attachments: number;
  readonly message?: string;
  readonly next?: string;
}

export interface ReboundRecord {
  readonly id: RecordId;
  readonly title?: string;
  readonly url?: string;
}
