import type { DocumentLine } from '../domain/document-line.js';
import type { Reason } from '../plan/reason.js';
import type { PushPolicy } from '../settings/push-policy.js';
import type { Group } from './group.js';
import { lineLabel } from './line-label.js';
import { lineTreatment } from './line-treatment.js';

/** Why a line does not go into the quote; undefined when it does. */
export function whyLeftOut(
  line: DocumentLine,
  group: Group | undefined,
  optional: boolean,
  policy: PushPolicy,
): Reason | undefined {
  const treatment = lineTreatment[line.lineType];
  if (isExcluded(line))
    return { from: 'document', at: 'LineAttributes', text: 'the line is excluded from totals' };
  if (group?.excluded === true)
    return { from: 'document', at: group.header.key, text: 'its group is excluded from totals' };
  if (treatment.as === 'skip') return { from: 'rule', at: 'line-selection', text: treatment.because };
  if (optional && policy.quote.options === 'skip') {
    return { from: 'setting', at: 'quote.options', text: 'an option that is not selected' };
  }
  if (treatment.as === 'comment' && policy.quote.comments === 'skip') {
    return { from: 'setting', at: 'quote.comments', text: treatment.because };
  }
  if (group !== undefined && group.header !== line && policy.quote.groupedBundles === 'summary') {
    return {
      from: 'setting',
      at: 'quote.groupedBundles',
      text: `part of the bundle “${lineLabel(group.header)}”`,
    };
  }
  return undefined;
}

export function isExcluded(line: DocumentLine): boolean {
  return line.attributes.includes('exclude');
}

/** An option that the customer has not selected. */
export function isOption(line: DocumentLine): boolean {
  return line.attributes.includes('option') && !line.attributes.includes('optionSelected');
}
