import type { CallOptions } from './call-options.js';
import type { Marker, WriteAnswer } from './marker.js';
import type { QuoteFields, QuoteLineFields, RecordId, StoredQuote, StoredQuoteLine } from './records.js';

/**
 * One line of the wanted quote. The list given to a write is complete and in order: lines that are not in it are gone
 * afterwards, lines that people added come back in it as `foreign`. A line to `keep` differs from what is stored in
 * nothing but its position, which lines that came or went before it may have shifted. Whether that is one call or one per line is the
 * adapter's business. The place of a foreign line is its place in the list.
 */
export type QuoteLineWrite =
  | { readonly action: 'create'; readonly key: string; readonly fields: QuoteLineFields }
  | {
      readonly action: 'update' | 'keep';
      readonly id: RecordId;
      readonly key: string;
      readonly fields: QuoteLineFields;
    }
  | { readonly action: 'foreign'; readonly id: RecordId; readonly line: StoredQuoteLine };

export type QuoteScope = { readonly opportunityId: RecordId } | { readonly clientId: RecordId };

export interface QuotePort {
  /** How many lines an address has besides the postal code; undefined: any number. */
  readonly addressLines?: number;
  /** With lines. Undefined when it does not exist (any more). */
  get(id: RecordId, options?: CallOptions): Promise<StoredQuote | undefined>;
  create(
    fields: Partial<QuoteFields>,
    lines: readonly QuoteLineWrite[],
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredQuote>>;
  /** Writes the given header fields and, when given, the complete list of lines. */
  update(
    id: RecordId,
    fields: Partial<QuoteFields>,
    lines: readonly QuoteLineWrite[] | undefined,
    marker: Marker,
    options?: CallOptions,
  ): Promise<WriteAnswer<StoredQuote>>;
  /**
   * Quotes of that opportunity, or of all of that client's, that carry the marker, in the order in which the PSA stored them;
   * lines may be left out.
   */
  findByMarker(marker: Marker, scope: QuoteScope, options?: CallOptions): Promise<readonly StoredQuote[]>;
  /** Every quote that carries a marker of ours, with its lines, page by page. Absent: the PSA's lists do not show markers. */
  listMarked?(options?: CallOptions): AsyncIterable<readonly StoredQuote[]>;
  /** Deletes it with its lines; one that is gone already is fine. Absent: quotes are never deleted. */
  remove?(id: RecordId, options?: CallOptions): Promise<void>;
}
