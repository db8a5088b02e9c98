import type { BillingPeriod } from '../domain/billing-period.js';
import type { DecimalText } from '../domain/decimal.js';
import type { IsoDate, PeriodAmounts } from '../domain/document.js';
import type { JsonValue } from '../base/json.js';
import type { FieldValues } from './field-port.js';

/** Ids of a PSA are opaque text: never a number to count with, unique only together with their kind. */
export type RecordId = string;

export type RecordKind =
  'client' | 'user' | 'site' | 'agent' | 'item' | 'opportunity' | 'quote' | 'attachment';

export interface Client {
  readonly id: RecordId;
  readonly name: string;
  readonly inactive: boolean;
  /** Main site. */
  readonly siteId?: RecordId;
  readonly siteName?: string;
  /** Of the lookup `currencies`; undefined: the PSA's own. */
  readonly currencyId?: RecordId;
  readonly url?: string;
}

/** A person at a client. */
export interface User {
  readonly id: RecordId;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Job title. */
  readonly title?: string;
  readonly inactive: boolean;
  readonly clientId: RecordId;
  readonly clientName: string;
  readonly siteId?: RecordId;
  readonly siteName?: string;
  readonly url?: string;
}

/** A catalogue product. */
export interface Item {
  readonly id: RecordId;
  /** Every text that counts as its item number, the one the adapter writes first. */
  readonly numbers: readonly string[];
  readonly name: string;
  readonly description: string;
  readonly inactive: boolean;
  /** Product classification by the axes that the adapter declares, such as `group`. */
  readonly classification: Readonly<Record<string, { readonly id: RecordId; readonly name: string }>>;
  readonly cost?: DecimalText;
  readonly price?: DecimalText;
  /** `oneOff` for a product that does not recur. */
  readonly billingPeriod: BillingPeriod;
  readonly sku?: string;
  readonly supplier?: string;
  /** The supplier's own part number. */
  readonly supplierNumber?: string;
  readonly manufacturer?: string;
  readonly stock?: DecimalText;
  readonly url?: string;
}

/** A product to be created. */
export interface NewItem {
  readonly number: string;
  readonly name: string;
  readonly description: string;
  readonly classification: Readonly<Record<string, RecordId>>;
  readonly cost?: DecimalText;
  readonly price: DecimalText;
  readonly billingPeriod: BillingPeriod;
  /** Manufacturer's number for the PSA's SKU field, when it is to be written. */
  readonly sku?: string;
  readonly manufacturer?: string;
  readonly taxId?: RecordId;
  /** `cost`: labour and the like, which has a cost but no stock. */
  readonly nature: 'product' | 'cost';
}

/** What may be brought up to date on a product that exists. */
export type ItemUpdate = Partial<Pick<NewItem, 'name' | 'description' | 'cost' | 'price' | 'sku'>>;

/** The fields of an opportunity that Quotebridge writes. Undefined: not written; null: emptied. */
export interface OpportunityFields {
  readonly title: string;
  readonly clientId: RecordId;
  readonly siteId: RecordId;
  readonly userId: RecordId;
  readonly ownerId: RecordId;
  readonly ticketTypeId: RecordId;
  /** Sum of one period of everything: an explicit hint, ignored where the PSA derives it. */
  readonly value: DecimalText;
  readonly valueByPeriod: PeriodAmounts;
  readonly expectedCloseDate: IsoDate | null;
  /** Values that DataLink writes, by the PSA's field name. */
  readonly linked: FieldValues;
}

export type Outcome = 'open' | 'won' | 'lost';

export interface StoredOpportunity extends Partial<OpportunityFields> {
  readonly id: RecordId;
  readonly outcome: Outcome;
  readonly statusId?: RecordId;
  readonly statusName?: string;
  /** Key of our marker, when the record carries one. */
  readonly marker?: string;
  /** Stamp of our marker, when the record carries one. */
  readonly stamp?: string;
  readonly url?: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly postalCode: string;
}

export interface SiteAddress extends Address {
  /** Name of the country, where the PSA keeps it apart from the lines. */
  readonly country?: string;
}

/** The header fields of a quote that Quotebridge writes. */
export interface QuoteFields {
  readonly opportunityId: RecordId;
  readonly title: string;
  readonly description: string;
  readonly clientId: RecordId;
  readonly siteId: RecordId;
  readonly userId: RecordId;
  readonly ownerId: RecordId;
  readonly statusId: RecordId;
  readonly date: IsoDate | null;
  readonly expiresOn: IsoDate | null;
  readonly purchaseOrder: string;
  readonly billingAddress: Address;
  readonly deliveryAddress: Address;
  /** Of the lookup `currencies`. */
  readonly currencyId: RecordId;
  readonly linked: FieldValues;
}

/**
 * `item` refers to a catalogue product, `text` stands on the quote alone (discount, charge, freight, comment),
 * `heading` opens a group or section.
 */
export type QuoteLineKind = 'item' | 'text' | 'heading';

/** The fields of a quote line that Quotebridge writes. Amounts are per unit and per billing period. */
export interface QuoteLineFields {
  readonly kind: QuoteLineKind;
  /** Position, from 1, in steps of 1. */
  readonly position: number;
  /** Null for lines without a product. */
  readonly itemId: RecordId | null;
  readonly itemNumber: string;
  readonly name: string;
  readonly note: string;
  readonly quantity: DecimalText;
  /** What is charged, after discount. */
  readonly price: DecimalText;
  /** Before discount, for people to see; undefined when it is not to be written. It never changes what is charged. */
  readonly listPrice?: DecimalText;
  /** Percent between list price and price, for people to see; undefined when it is not to be written. */
  readonly discountPercent?: DecimalText;
  /** Undefined when costs are not to be written. */
  readonly cost?: DecimalText;
  readonly billingPeriod: BillingPeriod;
  readonly optional: boolean;
  /** Key of the heading that this line belongs to; null outside groups. */
  readonly groupKey: string | null;
  /** Tax of the PSA; null: taxed at no rate; undefined: left to the PSA. */
  readonly taxId?: RecordId | null;
  readonly linked?: FieldValues;
}

export interface StoredQuoteLine extends Partial<QuoteLineFields> {
  readonly id: RecordId;
  /** Key of our line, when the record carries one; undefined for a line that a person added. */
  readonly key?: string;
  /** The PSA's own figure for quantity times price, when it states one. */
  readonly amount?: DecimalText;
  /** The PSA's own figure for the tax on the line, when it states one. */
  readonly tax?: DecimalText;
  /** True for an option that the customer has taken, so that the PSA's totals count it. */
  readonly accepted?: boolean;
  /** What the adapter needs to write a line that is not ours back unchanged. */
  readonly opaque?: JsonValue;
}

export interface StoredQuote extends Partial<QuoteFields> {
  readonly id: RecordId;
  /** Undefined when the answer did not carry the lines. */
  readonly lines?: readonly StoredQuoteLine[];
  /** Computed by the PSA; undefined where it states none. */
  readonly taxTotal?: DecimalText;
  /** The PSA's own sum before tax: one period of every line, options left out that are not taken. */
  readonly netTotal?: DecimalText;
  /** The same with tax. */
  readonly total?: DecimalText;
  readonly marker?: string;
  readonly stamp?: string;
  readonly url?: string;
}

export interface StoredAttachment {
  readonly id: RecordId;
  readonly name: string;
  /** Bytes. */
  readonly size?: number;
  readonly marker?: string;
  readonly url?: string;
}

export interface LookupEntry {
  readonly id: RecordId;
  readonly name: string;
  /** Anything a host may show or a rule may need, such as the rate of a tax. */
  readonly detail?: Readonly<Record<string, JsonValue>>;
}
