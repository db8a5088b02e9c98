import type { JsonObject } from '../base/json.js';
import type { BillingPeriod } from '../domain/billing-period.js';
import type { DecimalText } from '../domain/decimal.js';
import type { LineType } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import { readPolicy } from '../settings/read-policy.js';
import { selectLines } from '../select/select-lines.js';
import type { SelectedLine } from '../select/selected-line.js';
import { documentConflicts } from './document-conflicts.js';
import { documentMoney } from './document-money.js';
import type { Conflict, DocumentMoney } from './plan.js';

/** A line that counts or is offered, as a customer may see it: without costs. */
export interface OutlineLine {
  readonly key: string;
  /** `freight` is no line of the document: it stands in its header. */
  readonly type: LineType | 'freight';
  readonly name: string;
  readonly note: string;
  readonly partNumber: string;
  /** For all groups together. */
  readonly quantity: DecimalText;
  readonly unitOfMeasure: string;
  /** Per unit and billing period. */
  readonly price: DecimalText;
  readonly amount: DecimalText;
  /** False for headings and comments, which have no quantity and no price. */
  readonly hasMoney: boolean;
  readonly billingPeriod: BillingPeriod;
  /** True for an option that is not selected: no total counts it. */
  readonly optional: boolean;
  /** Key of the group header above a member. */
  readonly groupKey: string | null;
}

/** What a push would write of a document's lines, and what they amount to. */
export interface DocumentOutline {
  readonly lines: readonly OutlineLine[];
  readonly money: DocumentMoney;
  /** Contradictions within the document: its figures cannot be relied on. */
  readonly conflicts: readonly Conflict[];
}

/**
 * The lines of a document that count and what they amount to, by the selection that a push uses. Asks no PSA.
 *
 * @param settings of a connection; pages that are not the push policy's are passed over
 * @throws `settings.invalid`
 */
export function outlineDocument(document: QuoteDocument, settings: JsonObject = {}): DocumentOutline {
  const selection = selectLines(document, readPolicy(settings));
  return {
    lines: selection.lines.map(outlineLine),
    money: documentMoney(document, selection.lines),
    // A document that another one has replaced may still be looked at.
    conflicts: documentConflicts({ ...document, superseded: false }, selection),
  };
}

function outlineLine(line: SelectedLine): OutlineLine {
  const { key, source, quantity, price, amount, billingPeriod, optional, groupKey } = line;
  return {
    key,
    type: source?.lineType ?? 'freight',
    ...textsOf(line),
    partNumber: source?.manufacturerPartNumber || source?.internalPartNumber || '',
    quantity,
    unitOfMeasure: source?.unitOfMeasure ?? '',
    price,
    amount,
    hasMoney: line.kind !== 'heading' && source?.lineType !== 'comment',
    billingPeriod,
    optional,
    groupKey,
  };
}

/** First line of the description, and the rest with the notes. Unlike a name in a PSA, it is as long as it is. */
function textsOf({ source, name, note }: SelectedLine): Pick<OutlineLine, 'name' | 'note'> {
  const text = source?.description.replaceAll('\r\n', '\n').trim() ?? '';
  if (source === undefined || text === '') return { name, note };
  const [first = '', ...rest] = text.split('\n');
  const parts = [rest.join('\n').trim(), source.notes.replaceAll('\r\n', '\n').trim()];
  return { name: first.trim(), note: parts.filter((part) => part !== '').join('\n\n') };
}
