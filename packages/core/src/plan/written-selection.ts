import type { QuoteDocument } from '../domain/document.js';
import type { DocumentRules } from '../rules/document-rules.js';
import { correctFieldOrRule, problemConflict } from '../rules/problem-conflict.js';
import type { Selection } from '../select/selected-line.js';
import { summaryLines } from '../select/summary-lines.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict } from './plan.js';

export interface WrittenSelection {
  readonly selection: Selection;
  /** What the document itself, or the number of its summary, is refused for. */
  readonly conflicts: readonly Conflict[];
}

/** The lines as they are written: every one, or a summary of all, as `opportunity.lineHandling` says. */
export function writtenSelection(
  document: QuoteDocument,
  detail: Selection,
  policy: PushPolicy,
  { compiled, places, scope }: DocumentRules,
): WrittenSelection {
  const { lineHandling, writeProducts } = policy.opportunity;
  if (!writeProducts) return { selection: detail, conflicts: [] };
  if (lineHandling === 'detail') return { selection: detail, conflicts: emptyConflicts(document, detail) };
  const at = places.at('/summary/partNumber');
  const refused: Conflict[] = [];
  const number = compiled.summaryPartNumber(scope(), (problem) =>
    refused.push(problemConflict(problem, places, correctFieldOrRule)),
  );
  const selection = summaryLines(document, detail, { number, at });
  return { selection, conflicts: [...refused, ...emptyConflicts(document, selection)] };
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
