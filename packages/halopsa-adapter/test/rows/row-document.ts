import type { DocumentLine, QuoteDocument } from '@quotebridge/core';

/** A document addressed to people that the sandbox knows, with nothing in it but what a test says. */
export function rowDocument(base: QuoteDocument, over: Partial<QuoteDocument>): QuoteDocument {
  const { subtotal: _subtotal, grandTotal: _grandTotal, ...rest } = base;
  return {
    ...rest,
    tax: { mode: 'perLine' },
    freight: { amount: '0', cost: '0', taxable: false },
    links: [],
    lines: [],
    ...over,
  };
}

export function rowLine(over: Partial<DocumentLine>): DocumentLine {
  return {
    key: over.manufacturerPartNumber ?? 'line',
    lineType: 'product',
    attributes: [],
    itemType: '',
    manufacturerPartNumber: '',
    vendorPartNumber: '',
    internalPartNumber: '',
    manufacturer: '',
    vendor: '',
    description: over.manufacturerPartNumber ?? 'A line',
    notes: '',
    quantity: '1',
    groupQuantity: '1',
    unitOfMeasure: '',
    unitCost: '0',
    unitList: '0',
    unitPrice: '10',
    taxCode: '',
    fields: {},
    ...over,
  };
}
