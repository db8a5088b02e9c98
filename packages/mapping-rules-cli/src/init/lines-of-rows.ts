import type { Condition, TableRow } from '@quotebridge/mapping-rules';

/** Rules are tried with some of a long table. */
const mostLines = 1_000;

/** Lines that the first rows are about: the texts of their conditions. Rows with patterns are left out. */
export function linesOf(
  fields: readonly string[],
  rows: readonly TableRow[],
): readonly (readonly string[])[] {
  const lines: (readonly string[])[] = [fields];
  for (const { when } of rows) {
    if (lines.length > mostLines) break;
    const conditions = typeof when === 'string' ? { [fields[0] ?? '']: when } : when;
    const cells = fields.map((field) => (Object.hasOwn(conditions, field) ? textOf(conditions[field]) : ''));
    if (cells.every((cell) => cell !== undefined)) lines.push(cells);
  }
  return lines;
}

function textOf(condition: Condition | undefined): string | undefined {
  if (condition === undefined || typeof condition === 'string') return condition ?? '';
  if ('exact' in condition) return condition.exact;
  if ('anyCase' in condition) return condition.anyCase;
  if ('prefix' in condition) return condition.prefix;
  return 'empty' in condition ? '' : undefined;
}
