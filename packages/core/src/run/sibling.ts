import type { QuoteDocument } from '../domain/document.js';

/** What another document of the same file must tell for a conversion or revision to find its family. */
export type Sibling = Pick<QuoteDocument, 'number' | 'revisionOf' | 'convertedFrom'>;
