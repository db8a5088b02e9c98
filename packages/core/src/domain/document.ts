import type { BillingPeriod } from './billing-period.js';
import type { DecimalText } from './decimal.js';
import type { DocumentLine } from './document-line.js';

export const documentTypes = ['QUOTE', 'ORDER', 'INVOICE'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A calendar date, `yyyy-mm-dd`. */
export type IsoDate = string;

/** One address block of a document (sold-to, ship-to, bill-to). Empty text means: not filled. */
export interface Party {
  readonly company: string;
  readonly contact: string;
  readonly title: string;
  readonly address1: string;
  readonly address2: string;
  readonly address3: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly email: string;
  /** Id of the contact in the contact manager, when the quoting tool knows it. */
  readonly contactManagerId: string;
}

/** A file or address that the quoting tool links to the document. */
export interface DocumentLink {
  readonly name: string;
  readonly location: string;
}

/**
 * A quote, order or invoice of a quoting tool: header, lines, links. Money and quantities are decimal text.
 * `fields` keeps every source column by its own name, without its table prefix, for macros and field mappings.
 */
export interface QuoteDocument {
  readonly format: 'quotebridge.document/1';
  /** Document number, for people unique; never parsed. */
  readonly number: string;
  readonly type: DocumentType;
  readonly name: string;
  readonly status: string;
  readonly date?: IsoDate;
  readonly expiresOn?: IsoDate;
  /** Number of the first revision, when this is a later one. */
  readonly revisionOf?: string;
  /** True when a later revision or a conversion has replaced it. */
  readonly superseded: boolean;
  /** For an order or invoice: number of the document that it was converted from. */
  readonly convertedFrom?: string;
  readonly purchaseOrder: string;
  readonly salesRepresentative: string;
  readonly preparedBy: string;
  /** ISO 4217 code; undefined: the base currency of the quoting tool. */
  readonly currency?: string;
  readonly soldTo: Party;
  readonly shipTo: Party;
  readonly billTo: Party;
  /** Id of the opportunity that the quoting tool has linked already. */
  readonly opportunityId?: string;
  readonly tax: {
    /** USA, UK, Australia round each line; Canada rounds the total. */
    readonly mode: 'perLine' | 'onTotal';
    /** Fraction: 0.065 is 6.5 %. */
    readonly rate?: DecimalText;
    /** As stated by the quoting tool; undefined: it states none. */
    readonly total?: DecimalText;
  };
  readonly freight: { readonly amount: DecimalText; readonly cost: DecimalText; readonly taxable: boolean };
  /** As stated by the quoting tool, checked against the lines; undefined: not stated. */
  readonly subtotal?: DecimalText;
  readonly grandTotal?: DecimalText;
  readonly notes: {
    readonly introduction: string;
    readonly closing: string;
    readonly purchasing: string;
    readonly internal: string;
  };
  readonly links: readonly DocumentLink[];
  readonly lines: readonly DocumentLine[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Amounts per billing period; a period without lines is absent. */
export type PeriodAmounts = Readonly<Partial<Record<BillingPeriod, DecimalText>>>;
