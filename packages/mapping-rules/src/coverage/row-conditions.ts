import { describeCondition } from '../table/describe-condition.js';
import type { TableCondition } from '../table/table-condition.js';
import type { Condition, MatchMode, TableRow } from '../table/table.js';

/** A row's conditions as people write them: `ItemType is “Labor”, Manufacturer begins with “HP”`. */
export function rowConditions(when: TableRow['when'], key: string, match: MatchMode = 'anyCase'): string {
  const conditions = typeof when === 'string' ? [[key, when] as const] : Object.entries(when);
  return conditions
    .map(([field, condition]) => {
      const compared: TableCondition = { field: 0, form: '', ...spelledOut(condition, match) };
      return describeCondition(compared, [{ area: 'line', field, text: field }]);
    })
    .join(', ');
}

function spelledOut(condition: Condition, match: MatchMode): Pick<TableCondition, 'mode' | 'text'> {
  if (typeof condition === 'string') return { mode: match, text: condition };
  if ('empty' in condition) return { mode: 'empty', text: '' };
  if ('exact' in condition) return { mode: 'exact', text: condition.exact };
  if ('prefix' in condition) return { mode: 'prefix', text: condition.prefix };
  if ('pattern' in condition) return { mode: 'pattern', text: condition.pattern };
  return { mode: 'anyCase', text: condition.anyCase };
}
