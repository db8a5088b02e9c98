import { zero } from '../domain/decimal.js';
import type { DocumentLine } from '../domain/document-line.js';
import type { Reason } from '../plan/reason.js';
import { lineLabel, lineNote } from './line-label.js';
import type { SelectedLine } from './selected-line.js';

/** A line of text without money: the header of a group, a section, a heading. */
export function headingLine(line: DocumentLine, optional: boolean, because: string): SelectedLine {
  const none: Reason = { from: 'rule', at: 'line-selection', text: `${because}; it carries no money` };
  return {
    key: line.key,
    kind: 'heading',
    source: line,
    name: lineLabel(line),
    note: lineNote(line),
    quantity: '1',
    price: zero,
    cost: zero,
    billingPeriod: 'oneOff',
    optional,
    groupKey: null,
    taxCode: '',
    inSubtotal: false,
    amount: zero,
    reasons: { kind: none, quantity: none, price: none, billingPeriod: none, optional: none },
  };
}
