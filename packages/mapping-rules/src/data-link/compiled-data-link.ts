import type { Problem } from '../problem/problem.js';
import type { DataLinkAddress, DataLinkObject } from './data-link-row.js';

/** Values by field name; empty text means: not filled. */
export type DataLinkValues = Readonly<Record<string, string>>;

/** What one field gets, and from which row (its place in the table, from 0). */
export interface DataLinkValue {
  /** As the vocabulary spells it. */
  readonly field: string;
  /** Never empty. A number as decimal text, a date as `yyyy-mm-dd`, a boolean as `true` or `false`. */
  readonly value: string;
  readonly row: number;
  /** The field that it comes from. */
  readonly source: string;
  /** Other rows for the same field, whose text is empty or was overwritten by a later row; absent: none. */
  readonly others?: readonly DataLinkAlternative[];
}

export interface DataLinkAlternative {
  readonly row: number;
  readonly source: string;
  /** Empty: the source has no value. */
  readonly text: string;
}

export interface DataLinkResult {
  /** One for each target that a source fills, in order of the first row that names it. */
  readonly values: readonly DataLinkValue[];
  /** Values that their target does not take; the target is left out. */
  readonly problems: readonly Problem[];
}

/** A DataLink table ready to run. Rows with problems have no effect. */
export interface CompiledDataLink {
  /** Everything wrong with the rows; `path` is a JSON pointer into the table: `/3/to`. */
  readonly problems: readonly Problem[];
  /** Fields of a record that choosing this address reads. */
  reads(address: DataLinkAddress, object: DataLinkObject): readonly string[];
  /** Fields of a record that saving may write. */
  writes(object: DataLinkObject): readonly string[];
  /** What the chosen records give to the fields of the document. */
  choose(
    address: DataLinkAddress,
    records: Readonly<Partial<Record<DataLinkObject, DataLinkValues>>>,
  ): DataLinkResult;
  /** What the document's header, for `lineItems` one of its lines, gives to the fields of the record. */
  save(object: DataLinkObject, source: DataLinkValues): DataLinkResult;
}
