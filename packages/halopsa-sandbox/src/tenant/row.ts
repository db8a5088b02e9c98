/** A stored record, spelt as the API spells it. It has no prototype, so `__proto__` is a column like any other. */
export type Row = Record<string, unknown> & { id: number };

export function createRow(columns: Readonly<Record<string, unknown>>, id = numberIn(columns, 'id')): Row {
  return Object.assign(Object.create(null) as Row, { id }, columns, { id });
}

/** The same record with nothing in common. */
export function copyRow(row: Row): Row {
  const copy = createRow(row);
  for (const column in copy) {
    if (typeof copy[column] === 'object') copy[column] = structuredClone(copy[column]);
  }
  return copy;
}

/** The number in a column, 0 when there is none. */
export function numberIn(row: Readonly<Record<string, unknown>>, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

/** The text in a column, empty when there is none. */
export function textIn(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function isSet(row: Readonly<Record<string, unknown>>, column: string): boolean {
  return row[column] === true;
}

/** The records in a column such as `lines`, none when there are none. */
export function rowsIn(row: Readonly<Record<string, unknown>>, column: string): readonly Row[] {
  const value = row[column];
  return Array.isArray(value) ? (value as Row[]) : [];
}
