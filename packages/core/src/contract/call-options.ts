/** Passed to every call of a port. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}
