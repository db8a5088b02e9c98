/** Passed to every call of a port. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * DataLink fields that the caller wants to see in `linked` of the records that come back; none unless told. A PSA
   * whose answers leave them out is not asked a second time for them.
   */
  readonly linked?: LinkedNames;
}

export type LinkedNames = Readonly<
  Partial<Record<'opportunities' | 'quotes' | 'lineItems', readonly string[]>>
>;
