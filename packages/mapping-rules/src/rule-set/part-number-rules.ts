import type { Table } from '../table/table.js';

/** Lines that can have a fixed part number of their own, for when they would stay without. */
export const fallbackLineTypes = [
  'product',
  'groupHeader',
  'percentDiscount',
  'percentCharge',
  'freight',
] as const;
export type FallbackLineType = (typeof fallbackLineTypes)[number];

/** Where the item number of a line comes from: the field; if that is empty the macro; else the line type's fixed number. */
export interface PartNumberRules {
  /** Field of the line that holds the item number, such as `InternalPartNumber`. */
  readonly field: string;
  /** Never used while the field is `ManufacturerPartNumber`: the manufacturer's number is not made up. */
  readonly generation?: PartNumberGeneration;
  readonly fallbackByLineType?: Readonly<Partial<Record<FallbackLineType, string>>>;
  /** How long a number that a macro made may be, that of a summary included. */
  readonly length?: LengthPolicy;
}

/** The three options of “PartNumber Generation”. What the mode does not use may stand there. */
export interface PartNumberGeneration {
  readonly mode: 'none' | 'macro' | 'byItemType';
  readonly macro?: string;
  /** Conditions → macro. Key, when left out: `ItemType`. Its `default` is the macro of all others. */
  readonly byItemType?: Table;
}

/** What happens to a text of more than `maximum` characters. */
export interface LengthPolicy {
  readonly maximum: number;
  /**
   * `cut`: the first characters stay. `hash`: they end in `-` and 8 characters that depend on the whole text, so that two
   * long numbers stay two. `error` (as if left out): there is no number, and a problem says so.
   */
  readonly tooLong?: 'cut' | 'hash' | 'error';
}
