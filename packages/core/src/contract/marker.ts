/**
 * Our own key in a PSA record, so that a lost request or a lost state can be found again. It depends on the document
 * alone, never on a machine: two machines with separate states compute the same one.
 */
export interface Marker {
  /** Up to 100 characters, such as `quotebridge:AAAQ1001`. */
  readonly key: string;
  /**
   * What was written last, as up to 32 letters and digits, kept beside the key where the PSA has room for it. It depends on
   * the content alone. A record with another stamp than the remembered one was written by another machine of ours since, or
   * the state is an old copy: then what differs is no edit of a person.
   */
  readonly stamp?: string;
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
