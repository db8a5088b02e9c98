import type { DataLinkAddress, DataLinkObject } from './data-link-row.js';
import type { DataLinkField } from './data-link-vocabulary.js';

/** A row whose names are known: one event, one record, one target. */
export interface LinkedRow {
  readonly row: number;
  readonly on: DataLinkAddress | 'save';
  readonly object: DataLinkObject;
  readonly source: DataLinkField;
  readonly target: DataLinkField;
}
