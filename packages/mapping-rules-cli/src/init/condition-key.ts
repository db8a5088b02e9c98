import type { TableRow } from '@quotebridge/mapping-rules';

/** The same text for conditions that take the same lines; a plain `when` compares the first of the fields. */
export function conditionKey(when: TableRow['when'], fields: readonly string[]): string {
  const conditions = typeof when === 'string' ? { [fields[0] ?? '']: when } : when;
  return JSON.stringify(
    fields.map((field) => {
      const condition = Object.hasOwn(conditions, field) ? conditions[field] : undefined;
      return typeof condition === 'string' ? condition.trim().toLowerCase() : (condition ?? {});
    }),
  );
}
