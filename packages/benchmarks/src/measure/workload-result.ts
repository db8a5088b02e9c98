/** What one process has measured, by contestant. */
export interface WorkloadResult {
  /** Nanoseconds per input, round by round. */
  readonly figures: Readonly<Record<string, readonly number[]>>;
  /** Why somebody has no figures. */
  readonly absent: Readonly<Record<string, string>>;
}

/** What a fresh process needs; milliseconds. */
export interface ColdResult {
  /** From the rules as written to what can be run. */
  readonly compile: number;
  /** The first line. */
  readonly first: number;
}
