import type { JsonValue } from '../base/json.js';
import type { Ownership } from '../plan/ownership.js';
import type { Reason } from '../plan/reason.js';

/** The whole story of one value of a plan, or of every value of one record or line. Plain JSON. */
export interface Explanation {
  /** Address of what is explained: `quote.lines.7`, `quote.title`. */
  readonly at: string;
  /** The record or line for people: `line 7 “Microsoft 365 Business Premium”`. */
  readonly label: string;
  /** `leftOut`: a line of the document that does not go into the quote. */
  readonly action: 'create' | 'update' | 'keep' | 'remove' | 'foreign' | 'leftOut';
  /** Why the record or line itself is what it is: which record, why it is removed, left alone, left out. */
  readonly reason?: Reason;
  readonly values: readonly ExplainedValue[];
}

export interface ExplainedValue {
  readonly at: string;
  readonly field: string;
  /** What the document wants. */
  readonly wanted: JsonValue;
  /** What stands in the PSA now; absent: nothing, or it does not show it. */
  readonly before?: JsonValue;
  /** What stands there once the plan is carried out. */
  readonly after: JsonValue;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'kept';
  /** Who decides about the field. */
  readonly ownership?: Ownership;
  /** Setting that says so; absent: no setting does. */
  readonly ownershipSetting?: string;
  /** What was written last, where a person has changed it since. */
  readonly lastWritten?: JsonValue;
  /** Why it is written, or not. */
  readonly decision: string;
  /** Where the value that the document wants comes from, and what else was looked at. */
  readonly reason?: Reason;
}
