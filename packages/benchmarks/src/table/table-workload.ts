import type { Table } from '@quotebridge/mapping-rules';

/** A table as people write it, and lines to look up. */
export interface TableWorkload {
  readonly id: string;
  readonly title: string;
  /** `keys`: one key a row. `conditions`: a key and the beginning of a part number, first row wins. */
  readonly kind: 'keys' | 'conditions';
  /** Keys are compared without regard to case. */
  readonly anyCase: boolean;
  readonly table: Table;
  readonly rows: readonly TableLine[];
  readonly otherwise: string;
  readonly lines: readonly TableInput[];
}

/** A row in the plainest form. */
export interface TableLine {
  readonly key: string;
  /** What the part number begins with; only in `conditions`. */
  readonly prefix: string;
  readonly value: string;
}

export interface TableInput {
  readonly ItemType: string;
  readonly ManufacturerPartNumber: string;
}
