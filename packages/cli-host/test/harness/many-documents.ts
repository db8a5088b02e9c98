import { example } from './workplace.js';
import { readFileSync } from 'node:fs';

/** An export of that many quotes: one of the examples under each of the numbers. */
export function manyDocuments(numbers: readonly string[]): string {
  const text = readFileSync(example('quotes.csv'), 'utf8');
  const header = text.slice(0, text.indexOf('\n') + 1);
  const start = text.indexOf('\nAAAQ1002,') + 1;
  const end = text.indexOf('\nAAAQ1003,') + 1;
  const rows = text.slice(start, end);
  return (
    header +
    numbers
      .map((number) =>
        rows.replaceAll('AAAQ1002', number).replaceAll('Managed services agreement', `Agreement ${number}`),
      )
      .join('')
  );
}

/** `BULK0001`, `BULK0002`, … */
export function bulkNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `BULK${String(index + 1).padStart(4, '0')}`);
}
