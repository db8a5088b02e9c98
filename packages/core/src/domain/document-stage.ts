import type { DocumentType } from './document.js';

const stages: Readonly<Record<DocumentType, number>> = { QUOTE: 0, ORDER: 1, INVOICE: 2 };

/** How far a document has come: a quote becomes an order, an order an invoice, never the other way round. */
export function documentStage(type: DocumentType): number {
  return stages[type];
}
