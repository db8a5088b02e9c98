import type { DocumentType, QuoteDocument } from '@quotebridge/core';

const titles: Readonly<Record<DocumentType, string>> = {
  QUOTE: 'Quote',
  ORDER: 'Order',
  INVOICE: 'Invoice',
};

/** `Quote AAAQ1001`. */
export function documentTitle({ type, number }: QuoteDocument): string {
  return `${titles[type]} ${number}`;
}
