import { documentName } from './document-name.js';
import { noDocuments } from './no-documents.js';
import { QuotebridgeError, type QuoteDocument, type ReadDocument } from '@quotebridge/core';

/** At most that many numbers are offered when one is not found. */
const mostOffered = 20;

/** The documents of those numbers, each once, in that order. */
export function pickDocuments(
  read: readonly ReadDocument[],
  numbers: readonly string[],
  file: string,
): readonly ReadDocument[] {
  return [...new Set(numbers)].map((number) => pickDocument(read, number, file));
}

/** The document of that number. @throws `usage` that lists the numbers in the file */
export function pickDocument(read: readonly ReadDocument[], number: string, file: string): ReadDocument {
  const found = read.find((document) => document.number === number);
  if (found !== undefined) return found;
  if (read.length === 0) throw noDocuments(file);
  const offered = read.slice(0, mostOffered).map((document) => documentName(document.number));
  const more = read.length > mostOffered ? `, … and ${read.length - mostOffered} more` : '';
  throw new QuotebridgeError('usage', `There is no document “${number}” in ${file}.`, {
    faults: [{ at: '--doc', value: number, expected: `one of ${offered.join(', ')}${more}` }],
    next: `List them with: quotebridge documents list ${file}`,
  });
}

/** The document itself. @throws `document.invalid` with its faults */
export function validDocument({ number, document, faults }: ReadDocument): QuoteDocument {
  if (document !== undefined) return document;
  throw new QuotebridgeError(
    'document.invalid',
    number === '' ? 'A document without a number has faults.' : `Document ${number} has faults.`,
    {
      faults,
      next: 'Correct them in the quoting tool and export it again; nothing of it was sent.',
    },
  );
}
