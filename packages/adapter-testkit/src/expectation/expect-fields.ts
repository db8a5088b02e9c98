import { expect } from 'chai';

/** Every field that was written stands in the stored record as it was written; null and absent are both “empty”. */
export function expectFields(stored: object, written: object, what: string): void {
  const values = new Map(Object.entries(stored) as [string, unknown][]);
  for (const [field, value] of Object.entries(written) as [string, unknown][]) {
    if (value === undefined) continue;
    expect(values.get(field) ?? null, `${what}: ${field}`).to.deep.equal(value);
  }
}
