import type { JsonValue } from '../base/json.js';
import type { Outcome, RecordId } from '../contract/records.js';
import type { DocumentType, PeriodAmounts } from '../domain/document.js';
import type { RequestCount } from '../http/request-count.js';
import type { Ownership } from '../plan/ownership.js';

/** What the records of one document family say now, compared with what was last sent. */
export interface Drift {
  readonly family: string;
  /** The document that was sent last; undefined: none is through, as after an undo of the first. */
  readonly document?: { readonly number: string; readonly type: DocumentType };
  /**
   * `gone`: the opportunity or the quote is no longer in the PSA. `neverSent`: nothing of the family is remembered.
   */
  readonly verdict: 'equal' | 'changed' | 'gone' | 'neverSent';
  readonly records: readonly RecordDrift[];
  /** Lines that are not as they were sent, in the order of the quote. */
  readonly lines: readonly LineDrift[];
  readonly money: DriftMoney;
  readonly requests: RequestCount;
}

/** Net per billing period, options left out. */
export interface DriftMoney {
  readonly sent: PeriodAmounts;
  /** Of our own lines. */
  readonly now: PeriodAmounts;
  /** Of lines that people added; empty: there are none that count. */
  readonly foreign: PeriodAmounts;
}

/**
 * What the next push of the unchanged document would do about a difference: write ours again, leave it as it is there,
 * create the record or line again, or remove the line.
 */
export type NextPush = 'putBack' | 'left' | 'createdAgain' | 'removed';

export interface RecordDrift {
  readonly kind: 'opportunity' | 'quote' | 'client' | 'user' | 'attachment';
  readonly id: RecordId;
  readonly name: string;
  readonly url?: string;
  readonly state: 'equal' | 'changed' | 'gone';
  /** Another machine has written it since; what it wrote shows as a change. */
  readonly writtenElsewhere?: true;
  /** Of an opportunity: how it stands. */
  readonly outcome?: Outcome;
  readonly fields: readonly FieldDrift[];
  /** Of a record that is gone. */
  readonly nextPush?: NextPush;
}

/** Values of DataLink are called `linked.` and the PSA's name. */
export interface FieldDrift {
  readonly field: string;
  readonly sent: JsonValue;
  readonly now: JsonValue;
  readonly ownership: Ownership;
  readonly nextPush: NextPush;
}

export interface LineDrift {
  /** Of ours: its key; of a person's: its id in the PSA. */
  readonly key: string;
  readonly id?: RecordId;
  readonly label: string;
  readonly state: 'changed' | 'moved' | 'removed' | 'added';
  readonly fields: readonly FieldDrift[];
  readonly nextPush: NextPush;
}
