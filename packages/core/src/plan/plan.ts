import type { RecordId, StoredOpportunity, StoredQuote } from '../contract/records.js';
import type { DecimalText } from '../domain/decimal.js';
import type { DocumentType, PeriodAmounts, QuoteDocument } from '../domain/document.js';
import type { RequestCount } from '../http/request-count.js';
import type { Operation } from './operation.js';
import type { OwnershipTable } from './ownership.js';
import type { Reason } from './reason.js';

/** Version of the plan's form; another one is refused. */
export const planFormat = 'quotebridge.plan/2';

/** `attach`: files for the opportunity, nothing else; `undo`: what an earlier push changed is put back. */
export type PlanPurpose = 'push' | 'attach' | 'undo';

/**
 * What will happen, as plain JSON: it can be stored, read by people and programs, and applied later as long as
 * nothing that it relied on has changed. Making one writes nothing in the PSA.
 */
export interface Plan {
  readonly format: typeof planFormat;
  /** SHA-256 of the canonical JSON of the plan without this field: one that was edited by hand is not applied. */
  readonly digest: string;
  readonly purpose: PlanPurpose;
  /** The push that an undo takes back. */
  readonly undoes?: UndonePush;
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
  readonly money: PlanMoney;
  /** Who decides about each field, by the settings that the plan was made with. */
  readonly ownership: OwnershipTable;
  /** Lines of the document that do not go into the quote. */
  readonly leftOut?: readonly LeftOutLine[];
  /** SHA-256 by page of the settings; `apply` refuses when the connection has other ones by then. */
  readonly settings: Readonly<Record<string, string>>;
  /** Fingerprints of the records read; `apply` refuses when one is different by then. */
  readonly basis: readonly BasisRecord[];
  /**
   * Requests that making the plan took, how many carrying it out is expected to take, and how many reads at least a plan that
   * was stored takes before that, to see that it still holds.
   */
  readonly requests: {
    readonly spent: RequestCount;
    readonly expected: RequestCount;
    readonly verifying: number;
  };
}

export interface UndonePush {
  /** Id of the push in the history. */
  readonly push: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
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
  /** As it was when the plan was made, so that a change can be named; absent where no document was read. */
  readonly content?: QuoteDocument;
  /** Where the host finds it again. */
  readonly location?: string;
}

export interface LeftOutLine {
  readonly key: string;
  /** A few words for people. */
  readonly label: string;
  readonly reason: Reason;
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
  /** What a person ought to do about it; absent: it is for information only. */
  readonly next?: string;
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
  /** Percent by id of the PSA's taxes that the lines have, as far as they are known. */
  readonly taxPercents?: Readonly<Record<RecordId, DecimalText>>;
  /** Keys of the lines whose tax is not in `tax` yet, because they are first paid later. */
  readonly taxLeavesOut?: readonly string[];
  /** What each discount line comes to, less than nothing; options left out. */
  readonly discounts?: readonly { readonly key: string; readonly amount: DecimalText }[];
  readonly currency?: string;
}

/** The document's money beside what its quote amounts to now, so that the difference is seen. */
export interface PlanMoney extends DocumentMoney {
  /** Net of the quote as it stands in the PSA, options and people's own lines left out; absent: there is none yet. */
  readonly before?: PeriodAmounts;
  /** Net of the lines that people added and that stay, in none of the other figures. */
  readonly foreign?: PeriodAmounts;
}

/** A record that the plan relies on, as it was read; links to it are left out. */
export type BasisRecord = { readonly id: RecordId; readonly fingerprint: string } & (
  | { readonly kind: 'opportunity'; readonly seen: StoredOpportunity }
  | { readonly kind: 'quote'; readonly seen: StoredQuote }
);
