import type { DataLinkResult, DataLinkValue } from '@quotebridge/mapping-rules';
import type { FieldValues } from '../contract/field-port.js';
import type { Conflict } from '../plan/plan.js';
import type { Reason, Reasons } from '../plan/reason.js';
import { ruleConflict, settingAt } from './rule-conflict.js';

/** What DataLink wants in one record. */
export interface LinkedValues {
  readonly values: FieldValues;
  /** By `linked.` and the name of the field. */
  readonly reasons: Reasons;
  readonly conflicts: readonly Conflict[];
}

export const linkedReason = (field: string): string => `linked.${field}`;

export function linkedValues({ values, faults }: DataLinkResult, where = 'the document'): LinkedValues {
  return {
    values: Object.fromEntries(values.map(({ field, value }) => [field, value])),
    reasons: Object.fromEntries(
      values.map((value) => [
        linkedReason(value.field),
        {
          from: 'mapping',
          at: `dataLink.rows.${value.row}`,
          text: `${value.source} of ${where}`,
          ...consideredRows(value),
        } as const,
      ]),
    ),
    conflicts: faults.map((fault) => ruleConflict(fault, settingAt('dataLink.rows', fault.path))),
  };
}

/** Several rows for one field: which of them has its value, and why not the others. */
function consideredRows({ row, source, value, others = [] }: DataLinkValue): Pick<Reason, 'considered'> {
  if (others.length === 0) return {};
  const rows = [...others, { row, source, text: value }].sort((one, other) => one.row - other.row);
  return {
    considered: rows.map((entry) => ({
      candidate: entry.source,
      at: `dataLink.rows.${entry.row}`,
      taken: entry.row === row,
      why:
        entry.row === row
          ? 'the last row for this field that has a value'
          : entry.text === ''
            ? 'the document has no value there'
            : `a later row has a value, too: “${entry.text.slice(0, 60)}” is overwritten`,
    })),
  };
}
