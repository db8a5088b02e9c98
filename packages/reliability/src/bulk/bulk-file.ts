import { readFileSync, writeFileSync } from 'node:fs';
import { examplePath } from '../engine/example-documents.js';

/** Somebody whom a quote is written for. */
export interface Recipient {
  readonly company: string;
  readonly contact: string;
  readonly email: string;
}

/** As the example has it. */
const former: Recipient = {
  company: 'Riverside Law LLP',
  contact: "Patrick O'Neill",
  email: 'patrick.oneill@riversidelaw.example',
};

/**
 * Writes an export of that many quotes, alike but for number, name and whom they are for: one after the other of the
 * recipients, as an office has many clients and no client thousands of quotes.
 */
export function writeBulkFile(path: string, count: number, recipients: readonly Recipient[]): void {
  const text = readFileSync(examplePath('quotes.csv'), 'utf8');
  const header = text.slice(0, text.indexOf('\n') + 1);
  const rows = text.slice(text.indexOf('\nAAAQ1002,') + 1, text.indexOf('\nAAAQ1003,') + 1);
  const documents = Array.from({ length: count }, (_, index) => {
    const number = `BULK${String(index + 1).padStart(4, '0')}`;
    const { company, contact, email } = recipients[index % recipients.length] ?? former;
    return rows
      .replaceAll('AAAQ1002', number)
      .replaceAll('Managed services agreement', `Agreement ${number}`)
      .replaceAll(former.company, company)
      .replaceAll(former.contact, contact)
      .replaceAll(former.email, email);
  });
  writeFileSync(path, header + documents.join(''));
}
