import type { RuleDifference } from '@quotebridge/mapping-rules/tools';

/** What would change for one line of the data. */
export interface LineDifference {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly differences: readonly RuleDifference[];
}
