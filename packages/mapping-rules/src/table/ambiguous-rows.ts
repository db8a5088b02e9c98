import { commonText } from '../pattern/common-text.js';
import type { Work } from '../pattern/work.js';
import { foldedForm } from './compared-form.js';
import { automatonOfCondition, implies, onlyText, startOf } from './implied-condition.js';
import type { ReadRow, TableCondition } from './table-condition.js';

export interface AmbiguousRow {
  readonly row: number;
  readonly earlier: number;
  readonly field: number;
  /** A value of the field that both match. */
  readonly text: string;
}

/** A pattern or prefix among others of the same field, in rows that compare the same fields. */
interface Candidate {
  readonly row: ReadRow;
  readonly condition: TableCondition;
  readonly start: string;
}

/**
 * Rows whose patterns overlap with those of an earlier row, neither including the other, so that their order decides
 * without anybody having meant it. A narrow row before a wide one is meant. Of each row one overlap is given.
 */
export function ambiguousRows(
  rows: readonly ReadRow[],
  ignored: ReadonlySet<number>,
  work: Work,
): readonly AmbiguousRow[] {
  const found = new Map<number, AmbiguousRow>();
  for (const candidates of groupsOf(rows.filter(({ row }) => !ignored.has(row)))) {
    for (const [place, left] of candidates.entries()) {
      // Sorted by their starts: those that can overlap follow at once.
      for (let other = place + 1; other < candidates.length; other++) {
        const right = candidates[other];
        if (right?.start.startsWith(left.start) !== true || work.exhausted) break;
        const [earlier, later] = left.row.row < right.row.row ? [left, right] : [right, left];
        if (found.has(later.row.row) || !work.take()) continue;
        const text = overlap(earlier, later, work);
        if (text === undefined) continue;
        const { field } = later.condition;
        found.set(later.row.row, { row: later.row.row, earlier: earlier.row.row, field, text });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

function groupsOf(rows: readonly ReadRow[]): Iterable<readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const row of rows) {
    const fields = row.conditions.map(({ field }) => field).sort((a, b) => a - b);
    for (const condition of row.conditions) {
      if (onlyText(condition) !== undefined) continue;
      const key = `${condition.field} of ${fields.join()}`;
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push({ row, condition, start: startOf(condition) });
    }
  }
  for (const group of groups.values()) {
    group.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  }
  return groups.values();
}

/** A text that meets both conditions, when neither row includes the other and they say different things. */
function overlap(earlier: Candidate, later: Candidate, work: Work): string | undefined {
  if (earlier.condition.mode === 'prefix' && later.condition.mode === 'prefix') return undefined;
  if (earlier.row.value === later.row.value || earlier.row === later.row) return undefined;
  const text = commonText(
    automatonOfCondition(earlier.condition),
    automatonOfCondition(later.condition),
    work,
  );
  // What no value can be, such as one that ends in a space, is no example.
  if (text === undefined || foldedForm(text) !== text) return undefined;
  if (!compatible(earlier, later, work)) return undefined;
  const included = isWithin(earlier.row, later.row, work) || isWithin(later.row, earlier.row, work);
  return included || work.exhausted ? undefined : text;
}

/** Can one value of each other field meet the conditions of both rows? */
function compatible(left: Candidate, right: Candidate, work: Work): boolean {
  return left.row.conditions.every((condition) =>
    right.row.conditions.every(
      (other) =>
        condition.field !== other.field ||
        condition.field === left.condition.field ||
        commonText(automatonOfCondition(condition), automatonOfCondition(other), work) !== undefined,
    ),
  );
}

function isWithin(narrow: ReadRow, wide: ReadRow, work: Work): boolean {
  return wide.conditions.every((condition) =>
    narrow.conditions.some((own) => own.field === condition.field && implies(own, condition, work)),
  );
}
