import { amountText } from '../domain/amount-text.js';
import { add, compare, round } from '../domain/decimal.js';
import { documentStage } from '../domain/document-stage.js';
import type { DocumentType, QuoteDocument } from '../domain/document.js';
import { subtotalOf } from '../select/select-lines.js';
import type { Selection } from '../select/selected-line.js';
import type { Conflict } from './plan.js';

/** What no PSA needs to be asked about: the document contradicts itself, or is no longer the one that counts. */
export function documentConflicts(
  document: QuoteDocument,
  selection: Selection,
  pushedBefore?: { readonly number: string; readonly type: DocumentType },
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  if (document.superseded) {
    conflicts.push({
      about: 'document',
      message: `${document.number} has been superseded by a later revision or a conversion.`,
      next: 'Push the document that replaced it.',
      candidates: [],
    });
  }
  if (pushedBefore !== undefined && documentStage(pushedBefore.type) > documentStage(document.type)) {
    conflicts.push({
      about: 'document',
      message: `${document.number} has become ${pushedBefore.number} (${pushedBefore.type.toLowerCase()}), which was pushed already.`,
      next: `Push ${pushedBefore.number} when something has changed.`,
      candidates: [],
    });
  }
  if (document.lines.length === 0) {
    conflicts.push({
      about: 'document',
      message: `${document.number} has no lines.`,
      next: 'Export the document again with its lines; an empty quote is not sent.',
      candidates: [],
    });
  }
  for (const fault of selection.faults) {
    conflicts.push({
      about: `line ${fault.at}`,
      message: fault.message,
      next: 'Correct the line in the quoting tool and export it again.',
      candidates: [],
    });
  }
  if (selection.faults.length === 0) conflicts.push(...sumConflicts(document, selection));
  return conflicts;
}

/** Money that the document states but does not explain would get lost on the way. */
function sumConflicts(document: QuoteDocument, selection: Selection): readonly Conflict[] {
  const { number, subtotal, grandTotal, tax, freight } = document;
  const conflict = (message: string): Conflict => ({
    about: 'money',
    message,
    next: 'Export the document again with all its lines; what does not add up is not sent.',
    candidates: [],
  });
  const added = round(subtotalOf(selection.lines));
  if (subtotal !== undefined && compare(round(subtotal), added) !== 0) {
    return [
      conflict(
        `The lines of ${number} add up to ${amountText(added)}, but its subtotal is ${amountText(round(subtotal))}.`,
      ),
    ];
  }
  if (grandTotal === undefined || subtotal === undefined || tax.total === undefined) return [];
  const sum = round(add(subtotal, tax.total, freight.amount));
  if (compare(round(grandTotal), sum) === 0) return [];
  return [
    conflict(
      `Subtotal, tax and freight of ${number} add up to ${amountText(sum)}, but its grand total is ${amountText(round(grandTotal))}.`,
    ),
  ];
}
