import type { Condition, MatchMode } from '../table/table.js';

/** What stands in one cell of a condition's column. */
export type ConditionCell =
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** Blank: the field may have any value. */
  | { readonly kind: 'none' }
  /** `default:` the value of this row is given when no row matches. */
  | { readonly kind: 'default' }
  | { readonly kind: 'refused'; readonly expected: string };

/** A mode, however its letters are cased, before the text that is compared. */
const marked = /^\s*(exact|anycase|prefix|pattern|empty|default):/i;
export const defaultCell = 'default:';

/**
 * Plain text compares without regard to case whatever the table's `match` says, so that a spreadsheet means the same
 * wherever it is taken; every other mode stands before the text: `prefix:HP`.
 *
 * @param match how the table compares plain texts
 */
export function cellOfCondition(condition: Condition, match: MatchMode): string {
  if (typeof condition === 'string') {
    const plain = match === 'anyCase' && condition.trim() !== '' && !marked.test(condition);
    return plain ? condition : `${match}:${condition}`;
  }
  if ('empty' in condition) return 'empty:';
  if ('exact' in condition) return `exact:${condition.exact}`;
  if ('prefix' in condition) return `prefix:${condition.prefix}`;
  if ('pattern' in condition) return `pattern:${condition.pattern}`;
  return `anyCase:${condition.anyCase}`;
}

/** The condition as shortly as the table's `match` allows. */
export function conditionOfCell(cell: string, match: MatchMode): ConditionCell {
  if (cell.trim() === '') return { kind: 'none' };
  const [whole = '', word] = marked.exec(cell) ?? [];
  const mode = word?.toLowerCase();
  const text = cell.slice(whole.length);
  const compare = (own: MatchMode, condition: Condition): ConditionCell => ({
    kind: 'condition',
    condition: own === match ? text : condition,
  });
  switch (mode) {
    case 'exact':
      return compare('exact', { exact: text });
    case 'prefix':
      return compare('prefix', { prefix: text });
    case 'pattern':
      return compare('pattern', { pattern: text });
    case 'empty':
      if (text.trim() !== '') return alone('empty:');
      return { kind: 'condition', condition: { empty: true } };
    case 'default':
      if (text.trim() !== '') return alone(defaultCell);
      return { kind: 'default' };
    default:
      return compare('anyCase', { anyCase: text });
  }
}

function alone(word: string): ConditionCell {
  const expected = `“${word}” with nothing behind it, or “anyCase:” before a text that begins like that`;
  return { kind: 'refused', expected };
}
