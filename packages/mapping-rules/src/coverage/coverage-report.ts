import type { NotGenerated, PartNumberReason } from '../part-number/part-number.js';

/** What documents use of a rule set, and what it lacks for them. */
export interface CoverageReport {
  readonly lines: number;
  readonly tables: readonly TableCoverage[];
  /** Where item numbers come from; absent: the rules have no section `partNumber`. */
  readonly numbers?: NumberCoverage;
}

export interface TableCoverage {
  /** As commands call it: `productGroups`, `byItemType`, `tables.warranty`. */
  readonly name: string;
  /** JSON pointer to the table. */
  readonly path: string;
  /** How many rows it has. */
  readonly size: number;
  /** Lines that a row decided, that the default did, that a fallback table did, that nothing did. */
  readonly lines: Readonly<Record<TableUse, number>>;
  /** Rows that decided no line, in their order. */
  readonly unused: readonly UnusedRow[];
  /** Values, of fields that are compared with whole texts, which no row of this table covers; the most frequent first. */
  readonly uncovered: readonly UncoveredValues[];
  /** Lines with still other values: more different ones than are kept apart. */
  readonly otherUncovered: number;
}

export type TableUse = 'row' | 'default' | 'fallback' | 'none';

export interface UnusedRow {
  /** Counted from 0. */
  readonly row: number;
  readonly path: string;
  /** As people write it: `ItemType is “Labor”, Manufacturer begins with “HP”`. */
  readonly conditions: string;
  readonly value: string;
}

export interface UncoveredValues {
  /** By field, as rules name it. */
  readonly values: Readonly<Record<string, string>>;
  readonly lines: number;
  /** What became of these lines. */
  readonly by: Exclude<TableUse, 'row'>;
}

export interface NumberCoverage {
  readonly lines: Readonly<Record<PartNumberReason['source'], number>>;
  /** Lines that stay without number, by their type; the most frequent first. */
  readonly without: readonly {
    readonly lineType: string;
    readonly because: NotGenerated;
    readonly lines: number;
  }[];
}
