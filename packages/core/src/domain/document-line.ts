import type { DecimalText } from './decimal.js';
import type { IsoDate } from './document.js';

/**
 * What a line of a document is. Names of the QuoteWerks LineType values 1, 2, 4, 8, 16, 32, 64, 128, 256 and 512
 * in this order (source: QuoteWerks API sample module as published with Avalara AvaTax for QuoteWerks).
 */
export const lineTypes = [
  'product',
  'comment',
  'subtotal',
  'groupHeader',
  'runningSubtotal',
  'sectionHeader',
  'percentDiscount',
  'percentCharge',
  'heading',
  'summary',
] as const;
export type LineType = (typeof lineTypes)[number];

/** Attributes that change what a line means; those that only concern printing stay in `fields`. */
export const lineAttributes = ['exclude', 'groupMember', 'option', 'optionSelected', 'recurring'] as const;
export type LineAttribute = (typeof lineAttributes)[number];

export interface Recurrence {
  readonly period: 'weekly' | 'monthly' | 'quarterly' | 'yearly';
  readonly startsOn?: IsoDate;
  readonly endsOn?: IsoDate;
  /** True when the first payment is part of the document's subtotal. */
  readonly firstPaymentIncluded: boolean;
}

export interface DocumentLine {
  /** Identity within the document, stable from one export to the next. */
  readonly key: string;
  readonly lineType: LineType;
  readonly attributes: readonly LineAttribute[];
  readonly itemType: string;
  readonly manufacturerPartNumber: string;
  readonly vendorPartNumber: string;
  readonly internalPartNumber: string;
  readonly manufacturer: string;
  readonly vendor: string;
  readonly description: string;
  readonly notes: string;
  /** Base quantity times its multipliers; a group's own quantity is not in it. */
  readonly quantity: DecimalText;
  /** How often the group occurs that this member belongs to; 1 outside groups. */
  readonly groupQuantity: DecimalText;
  readonly unitOfMeasure: string;
  readonly unitCost: DecimalText;
  readonly unitList: DecimalText;
  readonly unitPrice: DecimalText;
  /** As stated, without the group's quantity; undefined: quantity times unit price. */
  readonly extendedPrice?: DecimalText;
  /** One character: Y, N (USA), B, G, P, N (Canada); empty: not stated. */
  readonly taxCode: string;
  readonly recurrence?: Recurrence;
  readonly fields: Readonly<Record<string, string>>;
}
