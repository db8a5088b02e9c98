import type { DataLinkObject, FieldDescription } from '../contract/field-port.js';

/** The fields of a record of the PSA. Without `fresh` the list may be old, up to `maximumAge` milliseconds. */
export type FieldReader = (
  object: DataLinkObject,
  options?: { readonly fresh?: boolean; readonly maximumAge?: number },
) => Promise<FieldReading>;

export interface FieldReading {
  readonly entries: readonly FieldDescription[];
  /** True when the list came from the PSA within the last minutes. */
  readonly fresh: boolean;
}
