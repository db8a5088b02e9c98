import type { TableSection } from '../rule-set/table-sections.js';
import { tableRows } from '../table/table-rows.js';
import type { Condition, MatchMode } from '../table/table.js';
import type { FieldNames } from '../vocabulary/field-names.js';
import { fieldText } from '../vocabulary/field-reference.js';

/**
 * Fields whose values tell which rows a table lacks: those that are compared with whole texts, such as `ItemType`. What
 * patterns and beginnings look into has another value on every line. Of a table of such alone: all its fields.
 *
 * @param all the fields that the table reads, as rules name them
 */
export function tellingFields(
  { table, key }: TableSection,
  all: readonly string[],
  names: FieldNames,
): readonly string[] {
  const telling = new Set<string>();
  for (const { when } of tableRows(table)) {
    const conditions = typeof when === 'string' ? [[key, when] as const] : Object.entries(when);
    for (const [field, condition] of conditions) {
      const known = names.resolve(field);
      if (known !== undefined && comparesWhole(condition, table.match ?? 'anyCase')) {
        telling.add(fieldText(known.area, known.field));
      }
    }
  }
  return telling.size === 0 ? all : all.filter((field) => telling.has(field));
}

function comparesWhole(condition: Condition, match: MatchMode): boolean {
  if (typeof condition === 'string') return match === 'exact' || match === 'anyCase';
  return 'exact' in condition || 'anyCase' in condition;
}
