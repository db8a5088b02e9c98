import type { RecordId } from '../contract/records.js';
import type { PeriodAmounts } from '../domain/document.js';
import type { DecimalText } from '../domain/decimal.js';
import type { DocumentType } from '../domain/document.js';
import type { RequestCount } from '../http/request-count.js';
import type { Operation } from './operation.js';
import type { Reason } from './reason.js';

/** Version of the plan's form; another one is refused. */
export const planFormat = 'quotebridge.plan/1';

/**
 * What will happen, as plain JSON: it can be stored, read by people and programs, and applied later as long as
 * nothing that it relied on has changed. Making one writes nothing in the PSA.
 */
export interface Plan {
  readonly format: typeof planFormat;
  /** Name of the connection it was made for. */
  readonly connection: string;
  /** Its tenant, as the contact manager names it. */
  readonly target?: string;
  /** Contribution id of its contact manager. */
  readonly contactManager: string;
  /** Instant, ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly document: PlannedDocument;
  /** The records that the document was matched with. */
  readonly matches: readonly Match[];
  /** In the order in which they will be carried out. */
  readonly operations: readonly Operation[];
  /** Questions a person must answer first. A plan with conflicts cannot be applied. */
  readonly conflicts: readonly Conflict[];
  readonly warnings: readonly PlanWarning[];
  readonly money: DocumentMoney;
  /** Fingerprints of the records read; `apply` refuses when one is different by then. */
  readonly basis: readonly BasisRecord[];
  /** Requests that making the plan took, and how many applying it is expected to take. */
  readonly requests: { readonly spent: RequestCount; readonly expected: RequestCount };
}

export interface PlannedDocument {
  readonly number: string;
  readonly type: DocumentType;
  readonly name: string;
  /** Number that all revisions and conversions of the document share: one opportunity and one quote each. */
  readonly family: string;
  /** Over document and settings; equal hashes mean that there is nothing new to say. */
  readonly hash: string;
  /** Over the sold-to party, so that the people found for it are remembered with it. */
  readonly soldToHash: string;
}

export interface Match {
  readonly kind: 'client' | 'user' | 'site' | 'owner' | 'ticketType' | 'opportunity' | 'quote';
  readonly id: RecordId;
  readonly name: string;
  readonly reason: Reason;
}

export interface Conflict {
  /** What is undecided: `client`, `user`, `item`, `opportunity`, `owner`, … */
  readonly about: string;
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
  readonly candidates: readonly { readonly id: RecordId; readonly name: string }[];
}

export interface PlanWarning {
  readonly about: string;
  readonly message: string;
}

/** What the document says, before anything is sent. */
export interface DocumentMoney {
  /** Net per billing period, options left out. */
  readonly net: PeriodAmounts;
  /** Net of the options that are not selected. */
  readonly optional: PeriodAmounts;
  /** As stated by the quoting tool; undefined: it states none. */
  readonly tax?: DecimalText;
  /** What the PSA's percentages give for the lines, as far as they are known; only `tax` is proven. */
  readonly expectedTax?: DecimalText;
  readonly currency?: string;
}

export interface BasisRecord {
  readonly kind: 'opportunity' | 'quote';
  readonly id: RecordId;
  readonly fingerprint: string;
}
