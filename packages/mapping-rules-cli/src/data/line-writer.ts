import type { DataLine } from './data-line.js';

/** Makes the text of a file with lines and what the rules make of them. */
export interface LineWriter {
  /** What stands before all lines. */
  begin(): string;
  /** @param values one for each column of the result */
  line(line: DataLine, values: readonly string[]): string;
  /** What stands behind all lines. */
  end(): string;
}
