import { readFileSync, writeFileSync } from 'node:fs';
import { examplePath } from '../engine/example-documents.js';

/** Writes an export of that many quotes, all of them alike but for number and name. */
export function writeBulkFile(path: string, count: number): void {
  const text = readFileSync(examplePath('quotes.csv'), 'utf8');
  const header = text.slice(0, text.indexOf('\n') + 1);
  const rows = text.slice(text.indexOf('\nAAAQ1002,') + 1, text.indexOf('\nAAAQ1003,') + 1);
  const documents = Array.from({ length: count }, (_, index) => {
    const number = `BULK${String(index + 1).padStart(4, '0')}`;
    return rows
      .replaceAll('AAAQ1002', number)
      .replaceAll('Managed services agreement', `Agreement ${number}`);
  });
  writeFileSync(path, header + documents.join(''));
}
