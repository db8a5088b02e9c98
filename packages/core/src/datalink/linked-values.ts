import type { DataLinkResult } from '@quotebridge/mapping-rules';
import type { FieldValues } from '../contract/field-port.js';
import type { Conflict } from '../plan/plan.js';
import type { Reasons } from '../plan/reason.js';
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
      values.map(({ field, row, source }) => [
        linkedReason(field),
        { from: 'mapping', at: `dataLink.rows.${row}`, text: `${source} of ${where}` } as const,
      ]),
    ),
    conflicts: faults.map((fault) => ruleConflict(fault, settingAt('dataLink.rows', fault.path))),
  };
}
