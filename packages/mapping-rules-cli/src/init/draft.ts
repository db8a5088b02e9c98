/** What `init` writes, before it is written. */
export interface Draft {
  /** The rule file, in YAML. */
  readonly rules: string;
  /** Lines to try the rules with; the first row names the columns. */
  readonly lines: readonly (readonly string[])[];
  /** What was made of a table, in one sentence. */
  readonly told?: string;
}
