import type { PersonChoices, QuoteDocument } from '@quotebridge/core';

/** The document as its PDF shows it, when a person has edited the quote before saving it. */
export function editedDocument(document: QuoteDocument, edits: PersonChoices['quote'] = {}): QuoteDocument {
  const { title, date, expiresOn } = edits;
  return {
    ...document,
    ...(title === undefined ? {} : { name: title }),
    ...(date === undefined ? {} : { date }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}
