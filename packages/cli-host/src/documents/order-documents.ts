import { documentStage, type ReadDocument } from '@quotebridge/core';

/**
 * What `--all` pushes: every document that no later one has replaced (a revision, or the order or invoice that was made
 * of it), quotes before orders, orders before invoices. Documents with faults stay, so that they are reported.
 */
export function orderDocuments(read: readonly ReadDocument[]): readonly ReadDocument[] {
  const converted = new Set(read.map(({ document }) => document?.convertedFrom));
  return read
    .filter(({ document }) => document?.superseded !== true && !converted.has(document?.number ?? ''))
    .map((entry) => ({
      entry,
      stage: entry.document === undefined ? -1 : documentStage(entry.document.type),
    }))
    .sort((left, right) => left.stage - right.stage)
    .map(({ entry }) => entry);
}
