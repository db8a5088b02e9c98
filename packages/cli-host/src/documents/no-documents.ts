import { QuotebridgeError } from '@quotebridge/core';

/** A file that can be read, but holds nothing to push. */
export function noDocuments(file: string): QuotebridgeError {
  return new QuotebridgeError('document.invalid', `${noDocumentsText(file)}.`, {
    next: 'Export the documents again; nothing was sent.',
  });
}

export function noDocumentsText(file: string): string {
  return `There is no document in ${file}`;
}
