import type { MacroScope } from '../../src/macro/macro-scope.js';
import type { Condition, Table, TableRow } from '../../src/table/table.js';

/** The first row that matches, found by trying one after the other: naive, and obviously right. */
export function plainLookup(table: Table, scope: MacroScope): number | undefined {
  const place = listOf(table).findIndex((row) => plainlyMatches(table, row, scope));
  return place < 0 ? undefined : place;
}

export function plainlyMatches(table: Table, { when }: TableRow, scope: MacroScope): boolean {
  const conditions = typeof when === 'string' ? { [table.key ?? 'ItemType']: when } : when;
  return Object.entries(conditions).every(([field, condition]) =>
    holds(condition, valueOf(scope, field), table.match ?? 'anyCase'),
  );
}

export function listOf({ rows }: Table): readonly TableRow[] {
  if (Array.isArray(rows)) return rows as readonly TableRow[];
  return Object.entries(rows as Readonly<Record<string, string>>).map(([when, value]) => ({ when, value }));
}

function valueOf(scope: MacroScope, field: string): string {
  return (field === 'DH_DocNo' ? scope.header.DocNo : scope.line[field.replace(/^di_/, '')]) ?? '';
}

function holds(condition: Condition, value: string, match: string): boolean {
  if (typeof condition === 'string') return holds({ [match]: condition } as Condition, value, match);
  const whole = value.trim();
  if ('empty' in condition) return whole === '';
  if ('exact' in condition) return whole === condition.exact.trim();
  if ('anyCase' in condition) return whole.toLowerCase() === condition.anyCase.trim().toLowerCase();
  if ('prefix' in condition) return whole.toLowerCase().startsWith(condition.prefix.trim().toLowerCase());
  return new RegExp(`^(?:${condition.pattern})$`, 'isu').test(whole);
}
