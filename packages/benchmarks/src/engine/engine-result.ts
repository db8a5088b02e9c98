/** What the engine takes for documents of different sizes. */
export interface EngineResult {
  /** Plans of 1,000 and of 10,000 lines, in turn: milliseconds in each round. */
  readonly plan: { readonly small: readonly number[]; readonly large: readonly number[] };
  /** Bytes that such a plan keeps. */
  readonly memory: { readonly small: number; readonly large: number };
  readonly requests: readonly DocumentRequests[];
}

/** Requests for one document whose products are known. */
export interface DocumentRequests {
  readonly lines: number;
  readonly first: number;
  /** After a change of one line. */
  readonly changed: number;
  readonly unchanged: number;
}
