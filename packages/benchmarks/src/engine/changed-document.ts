import type { QuoteDocument } from '@quotebridge/core';

/** The document with its lines over and over, under keys of their own, up to so many. */
export function withLines(document: QuoteDocument, count: number): QuoteDocument {
  const { subtotal: _subtotal, grandTotal: _grandTotal, tax, lines, ...rest } = document;
  const { total: _total, ...untotalled } = tax;
  const times = Math.ceil(count / lines.length);
  const many = Array.from({ length: times }, (_, round) =>
    lines.map((line) => ({ ...line, key: `${line.key}-${round}` })),
  ).flat();
  return {
    ...rest,
    tax: untotalled,
    number: `BENCH${count}`,
    lines: many.slice(0, count),
  };
}

/** The document with another price in its first product. */
export function withDearerLine(document: QuoteDocument): QuoteDocument {
  const first = document.lines.find(({ lineType }) => lineType === 'product');
  const lines = document.lines.map((line) => {
    if (line !== first) return line;
    const { extendedPrice: _extendedPrice, ...rest } = line;
    return { ...rest, unitPrice: '4321' };
  });
  return { ...document, lines };
}
