import type { Problem } from '@quotebridge/mapping-rules';

/** One line of a document, as its file has it. */
export interface DataLine {
  /** Line of the file where it begins, from 1. */
  readonly line: number;
  /** Names of the cells. Lines with the same names share one array. */
  readonly columns: readonly string[];
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** Why the rules cannot be run over it. */
  readonly problem?: Problem;
  /** Cells that only stand for a value, by their place: what rules that read them must be told. */
  readonly unusable?: ReadonlyMap<number, Problem>;
  /** The text of its object, when it comes from JSON. */
  readonly json?: string;
}

/** Many lines at a time, so that waiting costs nothing; none is held longer than its batch. */
export type DataLines = AsyncIterable<readonly DataLine[]>;
