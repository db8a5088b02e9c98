import type { TaxFigures } from './document-tax.js';
import type { Selection } from '../select/selected-line.js';
import type { FamilyMemory } from './family-memory.js';
import type { Operation } from './operation.js';
import type { BasisRecord, Conflict, DocumentMoney, Match, PlanWarning } from './plan.js';
import type { Reason } from './reason.js';
import type { DocumentRules } from '../rules/document-rules.js';
import type { RemoteRecords } from './read-remote.js';

/** The heart of a plan: what it found, and what it will do about it. */
export interface Draft {
  readonly operations: readonly Operation[];
  readonly matches: readonly Match[];
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
  readonly remote: Pick<RemoteRecords, 'opportunity' | 'quote'>;
  /** Of records beside these that the plan relies on, too. */
  readonly basis?: readonly BasisRecord[];
  /** What is known of the taxes; absent when nobody has looked. */
  readonly taxFigures?: TaxFigures;
  /** Nothing is written, and the document does not count as pushed. */
  readonly nothing?: true;
}

/** The part of a draft that is about opportunity and quote. */
export interface RecordsDraft extends Draft {
  /** Why the opportunity is created as a won one. */
  readonly createdWon?: Reason;
}

export interface DraftInput {
  readonly family: string;
  readonly memory: FamilyMemory;
  readonly selection: Selection;
  readonly money: DocumentMoney;
  readonly hash: string;
  readonly rules: DocumentRules;
}
