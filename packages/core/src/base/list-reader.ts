export interface ListOptions {
  /** Read the list again unless it was read within the last minutes. */
  readonly fresh?: boolean;
  /** Read it again when it is older than that, in milliseconds. */
  readonly maximumAge?: number;
}

export interface ListReading<Entry> {
  readonly entries: readonly Entry[];
  /** True when the list came from the PSA within the last minutes. */
  readonly fresh: boolean;
}

/**
 * A list of the PSA. Without options it may be old; what is not found in an old list is looked for in a fresh one before
 * anybody is told that it does not exist.
 */
export type ListReader<Name extends string, Entry> = (
  name: Name,
  options?: ListOptions,
) => Promise<ListReading<Entry>>;
