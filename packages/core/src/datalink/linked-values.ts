import type { DataLinkResult, DataLinkValue } from '@quotebridge/mapping-rules/data-link';
import type { FieldValues } from '../contract/field-port.js';
import type { Conflict } from '../plan/plan.js';
import type { Reason, Reasons } from '../plan/reason.js';
import type { RulePlaces } from '../rules/rule-places.js';
import { rowConflict } from './row-conflict.js';

/** What DataLink wants in one record. */
export interface LinkedValues {
  readonly values: FieldValues;
  /** By `linked.` and the name of the field. */
  readonly reasons: Reasons;
  readonly conflicts: readonly Conflict[];
}

export const linkedReason = (field: string): string => `linked.${field}`;

export function linkedValues(
  { values, problems }: DataLinkResult,
  places: RulePlaces,
  where = 'the document',
): LinkedValues {
  return {
    values: Object.fromEntries(values.map(({ field, value }) => [field, value])),
    reasons: Object.fromEntries(
      values.map((value) => [
        linkedReason(value.field),
        {
          from: 'mapping',
          at: places.at(`/dataLink/${value.row}`),
          text: `${value.source} of ${where}`,
          ...consideredRows(value, places),
        } as const,
      ]),
    ),
    conflicts: problems.map((problem) => rowConflict(problem, undefined, places)),
  };
}

/** Several rows for one field: which of them has its value, and why not the others. */
function consideredRows(
  { row, source, value, others = [] }: DataLinkValue,
  places: RulePlaces,
): Pick<Reason, 'considered'> {
  if (others.length === 0) return {};
  const rows = [...others, { row, source, text: value }].sort((one, other) => one.row - other.row);
  return {
    considered: rows.map((entry) => ({
      candidate: entry.source,
      at: places.at(`/dataLink/${entry.row}`),
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
