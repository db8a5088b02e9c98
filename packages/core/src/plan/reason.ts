/**
 * Why a value is what it is. `at` addresses the origin: a document field (`header.DocName`, `lines.3.UnitPrice`),
 * a setting's path (`defaults.ticketType`), a mapping row (`userMappings.users.dwhitfield`).
 */
export interface Reason {
  readonly from: 'document' | 'setting' | 'rule' | 'mapping' | 'default' | 'match' | 'person' | 'engine';
  readonly at?: string;
  readonly text: string;
}

export type Reasons = Readonly<Record<string, Reason>>;
