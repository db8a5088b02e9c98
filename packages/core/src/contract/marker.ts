/**
 * Our own key in a PSA record, so that a lost request or a lost state can be found again. It depends on the document
 * alone, never on a machine: two machines with separate states compute the same one.
 */
export interface Marker {
  /** Up to 100 characters, such as `quotebridge:AAAQ1001`. */
  readonly key: string;
}

/** What a write gives back. */
export interface WriteAnswer<Stored> {
  readonly id: string;
  readonly url?: string;
  /**
   * The record as stored, only when the PSA's answer shows it complete. Undefined: read it with `get`.
   */
  readonly stored?: Stored;
}
