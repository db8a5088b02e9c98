import type { Problem, RuleStep } from '@quotebridge/mapping-rules';

/** Why one line becomes what it becomes, as plain data. */
export interface Explanation {
  /** What is explained: `row 3 of lines.csv (line 4)`. */
  readonly line: string;
  readonly lineType: string;
  /** Cells that are filled, by column. */
  readonly given: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly steps: readonly ExplainedStep[];
  readonly problems: readonly Problem[];
}

export type ExplainedStep = RuleStep & {
  readonly value: string;
  /** JSON pointer to the rule that decided. */
  readonly rule: string;
  /** The same as people find it: `rules.yaml:12`. */
  readonly at: string;
};
