import type { DocumentLine, QuoteDocument } from '@quotebridge/core';

/** The document with other values in one line, and without the totals that no longer hold. */
export function changedDocument(
  document: QuoteDocument,
  partNumber: string,
  change: Partial<DocumentLine>,
): QuoteDocument {
  return {
    ...withoutTotals(document),
    lines: document.lines.map((line) => {
      if (line.manufacturerPartNumber !== partNumber) return line;
      const { extendedPrice: _extendedPrice, ...rest } = line;
      return { ...rest, ...change };
    }),
  };
}

export function withoutTotals(document: QuoteDocument): QuoteDocument {
  const { subtotal: _subtotal, grandTotal: _grandTotal, tax, ...rest } = document;
  const { total: _total, ...untotalled } = tax;
  return { ...rest, tax: untotalled };
}
