import { expect } from 'chai';
import type { QuoteLineWrite, StoredQuoteLine } from '@quotebridge/core/plugin';
import { expectFields } from './expect-fields.js';

/** The stored lines are the written ones: as many, in that order, equal in every field. */
export function expectLines(stored: readonly StoredQuoteLine[], written: readonly QuoteLineWrite[]): void {
  expect(stored.map(nameOf), 'lines, in order').to.deep.equal(
    written.map((line) => ('key' in line ? line.key : line.id)),
  );
  written.forEach((line, index) => {
    const actual = stored[index] ?? { id: '' };
    if (line.action === 'foreign') {
      const { name, note, quantity, price } = line.line;
      expectFields(actual, { name, note, quantity, price }, `line ${index + 1} of another hand`);
    } else expectFields(actual, line.fields, `line ${line.key}`);
  });
}

function nameOf({ key, id }: StoredQuoteLine): string {
  return key ?? id;
}
