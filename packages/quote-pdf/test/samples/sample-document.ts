import type { DocumentLine, QuoteDocument } from '@quotebridge/core';

type Party = QuoteDocument['soldTo'];

export const emptyParty: Party = {
  company: '',
  contact: '',
  title: '',
  address1: '',
  address2: '',
  address3: '',
  city: '',
  state: '',
  postalCode: '',
  country: '',
  phone: '',
  email: '',
  contactManagerId: '',
};

export function sampleLine(over: Partial<DocumentLine> = {}): DocumentLine {
  return {
    key: 'L1',
    lineType: 'product',
    attributes: [],
    itemType: '',
    manufacturerPartNumber: '',
    vendorPartNumber: '',
    internalPartNumber: '',
    manufacturer: '',
    vendor: '',
    description: 'A thing',
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

export function sampleDocument(over: Partial<QuoteDocument> = {}): QuoteDocument {
  return {
    format: 'quotebridge.document/1',
    number: 'Q-1',
    type: 'QUOTE',
    name: 'Office refresh',
    status: 'Open',
    date: '2026-11-16',
    superseded: false,
    purchaseOrder: '',
    salesRepresentative: '',
    preparedBy: '',
    soldTo: { ...emptyParty, company: 'Acme', contact: 'Ann Lee', email: 'ann@acme.example' },
    shipTo: emptyParty,
    billTo: emptyParty,
    tax: { mode: 'perLine' },
    freight: { amount: '0', cost: '0', taxable: false },
    notes: { introduction: '', closing: '', purchasing: '', internal: '' },
    links: [],
    lines: [sampleLine()],
    fields: {},
    ...over,
  };
}
