import type { Refusal } from '@quotebridge/command-line/files';
import type { CompiledRuleSet } from '@quotebridge/mapping-rules';
import type { DataFormat } from '../data/data-format.js';
import type { DataInput } from '../data/data-input.js';

/** What `run` shall do. */
export interface RunRequest {
  readonly rules: CompiledRuleSet;
  readonly input: DataInput;
  /** A path, or `-`. */
  readonly output: string;
  /** Left out: by the name of the file, else by how the input begins. */
  readonly from?: DataFormat;
  /** Left out: by the name of the file, else as the input. */
  readonly to?: DataFormat;
  /** Whether there is a column with the codes of each line's problems. */
  readonly problems: boolean;
  /** Whether columns of the result take the place of columns that the lines have under the same names. */
  readonly overwrite: boolean;
  /** Whether cells of CSV are read and written as they are, although a spreadsheet might run them. */
  readonly plainCells: boolean;
  /** Makes the error of what is wrong with the request. */
  readonly refuse: Refusal;
}
