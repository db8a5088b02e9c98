import type { QuoteDocument } from '../domain/document.js';
import { summaryPartNumber } from '../resolve/summary-part-number.js';
import type { Selection } from '../select/selected-line.js';
import { summaryLines } from '../select/summary-lines.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict } from './plan.js';

export interface WrittenSelection {
  readonly selection: Selection;
  /** What the document itself is refused for. */
  readonly conflicts: readonly Conflict[];
  /** Of the settings: named together with all others. */
  readonly faults: readonly Conflict[];
}

/** The lines as they are written: every one, or a summary of all, as `opportunity.lineHandling` says. */
export function writtenSelection(
  document: QuoteDocument,
  detail: Selection,
  policy: PushPolicy,
): WrittenSelection {
  const { lineHandling, writeProducts } = policy.opportunity;
  if (!writeProducts) return { selection: detail, conflicts: [], faults: [] };
  if (lineHandling === 'detail')
    return { selection: detail, conflicts: emptyConflicts(document, detail), faults: [] };
  const part = summaryPartNumber(document, policy);
  const isFaulty = 'conflict' in part;
  const selection = summaryLines(document, detail, isFaulty ? '' : part.number);
  return {
    selection,
    conflicts: emptyConflicts(document, selection),
    faults: isFaulty ? [part.conflict] : [],
  };
}

/** A document without any lines, and one whose lines contradict themselves, says so itself. */
function emptyConflicts({ number, lines }: QuoteDocument, selection: Selection): readonly Conflict[] {
  if (selection.lines.length > 0 || lines.length === 0 || selection.faults.length > 0) return [];
  return [
    {
      about: 'document',
      message: `No line of ${number} is to be written: all of them are left out.`,
      next: 'Select what the customer is to get in the quoting tool, and export it again; an empty quote is not sent.',
      candidates: [],
    },
  ];
}
