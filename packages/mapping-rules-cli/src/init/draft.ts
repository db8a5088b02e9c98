/** What `init` writes, before it is written. */
export interface Draft {
  /** The rule file, in YAML. @param lines name of the file with the lines */
  readonly rules: (lines: string) => string;
  /** Lines to try the rules with; the first row names the columns. */
  readonly lines: readonly (readonly string[])[];
  /** What was made of a table, in sentences. */
  readonly told?: readonly string[];
}
