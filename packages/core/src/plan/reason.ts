/**
 * Why a value is what it is. `at` addresses the origin: a document field (`header.DocName`, `lines.3.UnitPrice`),
 * a setting's path (`defaults.ticketType`), a mapping row (`userMappings.users.dwhitfield`).
 */
export interface Reason {
  readonly from: 'document' | 'setting' | 'rule' | 'mapping' | 'default' | 'match' | 'person' | 'engine';
  readonly at?: string;
  readonly text: string;
  /** Everything that was looked at on the way to the value, in that order; absent where there was nothing to choose. */
  readonly considered?: readonly Considered[];
}

/** One candidate for a value, and why it was taken or not. */
export interface Considered {
  readonly candidate: string;
  readonly at?: string;
  readonly taken: boolean;
  readonly why: string;
}

export type Reasons = Readonly<Record<string, Reason>>;
