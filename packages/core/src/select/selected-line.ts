import type { QuoteLineKind } from '../contract/records.js';
import type { BillingPeriod } from '../domain/billing-period.js';
import type { DecimalText } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { Reason } from '../plan/reason.js';

/** A line that goes into the quote, still without its product. */
export interface SelectedLine {
  readonly key: string;
  readonly kind: QuoteLineKind;
  /** The document's line; undefined for freight, which the document holds in its header. */
  readonly source?: DocumentLine;
  /** Given when the line has a number of its own, which no field of the document's line says: a summary line. */
  readonly itemNumber?: { readonly number: string; readonly reason: Reason };
  readonly name: string;
  readonly note: string;
  readonly quantity: DecimalText;
  /** Per unit and billing period. */
  readonly price: DecimalText;
  readonly cost: DecimalText;
  readonly billingPeriod: BillingPeriod;
  readonly optional: boolean;
  readonly groupKey: string | null;
  readonly taxCode: string;
  /** True when the document's own subtotal counts it. */
  readonly inSubtotal: boolean;
  /** What the document says it amounts to. */
  readonly amount: DecimalText;
  readonly reasons: Readonly<Record<'kind' | 'quantity' | 'price' | 'billingPeriod' | 'optional', Reason>> &
    Readonly<Partial<Record<'name' | 'note' | 'cost', Reason>>>;
}

/** A line that is left out, and why. */
export interface SkippedLine {
  readonly key: string;
  readonly label: string;
  readonly reason: Reason;
}

export interface Selection {
  readonly lines: readonly SelectedLine[];
  readonly skipped: readonly SkippedLine[];
  /** Contradictions within the document that nobody but a person can settle. */
  readonly faults: readonly { readonly at: string; readonly message: string }[];
}
