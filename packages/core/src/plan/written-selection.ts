import type { QuoteDocument } from '../domain/document.js';
import { summaryPartNumber } from '../resolve/summary-part-number.js';
import type { Selection } from '../select/selected-line.js';
import { summaryLines } from '../select/summary-lines.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Conflict } from './plan.js';

/** The lines as they are written: every one, or a summary of all, as `opportunity.lineHandling` says. */
export function writtenSelection(
  document: QuoteDocument,
  detail: Selection,
  policy: PushPolicy,
): { readonly selection: Selection; readonly conflicts: readonly Conflict[] } {
  const { lineHandling, writeProducts } = policy.opportunity;
  if (lineHandling === 'detail' || !writeProducts) return { selection: detail, conflicts: [] };
  const part = summaryPartNumber(document, policy);
  if ('conflict' in part) return { selection: detail, conflicts: [part.conflict] };
  return { selection: summaryLines(document, detail, part.number), conflicts: [] };
}
