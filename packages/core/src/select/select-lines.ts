import { sum } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import type { PushPolicy } from '../settings/push-policy.js';
import { freightKey, freightLine } from './freight-line.js';
import { keyOf, type Group } from './group.js';
import { headingLine } from './heading-line.js';
import { lineLabel } from './line-label.js';
import { lineTreatment } from './line-treatment.js';
import { moneyLine } from './money-line.js';
import type { SelectedLine, Selection, SkippedLine } from './selected-line.js';
import { isExcluded, isOption, whyLeftOut } from './why-left-out.js';

/**
 * Decides for every line of a document whether it goes into the quote, and as what. Pure: the same document and policy
 * give the same lines. A group is counted once; options and exclusions of its header hold for its members.
 */
export function selectLines(document: QuoteDocument, policy: PushPolicy): Selection {
  const lines: SelectedLine[] = [];
  const skipped: SkippedLine[] = [];
  const faults: { at: string; message: string }[] = [];
  let lastGroup: Group | undefined;

  for (const line of document.lines) {
    const treatment = lineTreatment[line.lineType];
    if (treatment.as === 'group')
      lastGroup = { header: line, excluded: isExcluded(line), optional: isOption(line) };
    const member = treatment.as === 'group' || line.attributes.includes('groupMember');
    const group = member ? lastGroup : undefined;
    const optional = isOption(line) || group?.optional === true;

    const left = whyLeftOut(line, group, optional, policy);
    if (left !== undefined) {
      skipped.push({ key: line.key, label: lineLabel(line), reason: left });
      if (left.at === 'quote.groupedBundles' && mixesPeriods(line, group)) {
        faults.push({
          at: line.key,
          message: `${lineLabel(line)}: it is billed otherwise than its bundle, so the bundle cannot be one line (quote.groupedBundles).`,
        });
      }
      continue;
    }
    if (
      treatment.as === 'heading' ||
      (treatment.as === 'group' && policy.quote.groupedBundles === 'members')
    ) {
      lines.push(headingLine(line, optional, treatment.because));
      continue;
    }
    if (treatment.as === 'comment') {
      lines.push({
        ...headingLine(line, optional, treatment.because),
        kind: 'text',
        quantity: '1',
        groupKey: keyOf(group, line),
      });
      continue;
    }
    const selected = moneyLine(
      line,
      group,
      optional,
      treatment.as === 'text' ? 'text' : 'item',
      treatment.because,
    );
    if ('fault' in selected) faults.push({ at: line.key, message: `${lineLabel(line)}: ${selected.fault}` });
    else lines.push(selected);
  }
  const freight = freightLine(document, policy);
  if (freight !== undefined) {
    if (document.lines.some(({ key }) => key === freightKey)) {
      faults.push({
        at: freightKey,
        message: `The key “${freightKey}” belongs to the freight of the document.`,
      });
    }
    lines.push(freight);
  }
  return { lines, skipped, faults };
}

/** One line has one billing period: one-off and recurring money of its members would be mixed up. */
function mixesPeriods(line: DocumentLine, group: Group | undefined): boolean {
  const { as } = lineTreatment[line.lineType];
  return (as === 'item' || as === 'text') && line.recurrence?.period !== group?.header.recurrence?.period;
}

/** What the selected lines add up to as the document's subtotal counts: freight and options left out. */
export function subtotalOf(lines: readonly SelectedLine[]): string {
  return sum(lines.filter((line) => line.inSubtotal).map((line) => line.amount));
}
