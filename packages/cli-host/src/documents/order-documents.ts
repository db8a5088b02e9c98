import type { DocumentType, ReadDocument } from '@quotebridge/core';

const rank: Readonly<Record<DocumentType, number>> = { QUOTE: 0, ORDER: 1, INVOICE: 2 };

/**
 * What `--all` pushes: every document that no later one has replaced, quotes before the orders that were made of them,
 * orders before invoices. Documents with faults stay, so that they are reported.
 */
export function orderDocuments(read: readonly ReadDocument[]): readonly ReadDocument[] {
  return read
    .filter(({ document }) => document?.superseded !== true)
    .map((entry) => ({ entry, rank: entry.document === undefined ? -1 : rank[entry.document.type] }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ entry }) => entry);
}
