import type { QuoteDocument } from '@quotebridge/core';
import { exampleDocuments } from './example-documents.js';

const files = new Map<string, Promise<ReadonlyMap<string, QuoteDocument>>>();

/** One of the example documents. */
export async function exampleDocument(number: string, file = 'quotes.csv'): Promise<QuoteDocument> {
  const read = files.get(file) ?? exampleDocuments(file);
  files.set(file, read);
  const document = (await read).get(number);
  if (document === undefined) throw new Error(`${number} is not in ${file}.`);
  return document;
}
