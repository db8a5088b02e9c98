import type { Vocabulary } from '@quotebridge/mapping-rules';
import type { DocumentLine } from '../domain/document-line.js';
import type { QuoteDocument } from '../domain/document.js';
import { partyPrefixes, partySuffixes } from './party-columns.js';

/**
 * Fields under the names that QuoteWerks gives them, so that macros and mappings work for every source: what the source
 * knows by its own name, and the neutral fields over it.
 */
export function lineFields(line: DocumentLine): Readonly<Record<string, string>> {
  return {
    ...line.fields,
    ItemType: line.itemType,
    ManufacturerPartNumber: line.manufacturerPartNumber,
    VendorPartNumber: line.vendorPartNumber,
    InternalPartNumber: line.internalPartNumber,
    Manufacturer: line.manufacturer,
    Vendor: line.vendor,
    Description: line.description,
    Notes: line.notes,
    QtyTotal: line.quantity,
    UnitOfMeasure: line.unitOfMeasure,
    UnitCost: line.unitCost,
    UnitList: line.unitList,
    UnitPrice: line.unitPrice,
    TaxCode: line.taxCode,
    QtyGroupMultiplier: line.groupQuantity,
    ...stated('ExtendedPrice', line.extendedPrice),
  };
}

export function headerFields(document: QuoteDocument): Readonly<Record<string, string>> {
  return {
    ...document.fields,
    DocNo: document.number,
    DocType: document.type,
    DocName: document.name,
    DocStatus: document.status,
    DocDate: document.date ?? '',
    ...stated('ExpirationDate', document.expiresOn),
    ...partyFields(document),
    SoldToPONumber: document.purchaseOrder,
    SalesRep: document.salesRepresentative,
    PreparedBy: document.preparedBy,
    IntroductionNotes: document.notes.introduction,
    ClosingNotes: document.notes.closing,
    PurchasingNotes: document.notes.purchasing,
    InternalNotes: document.notes.internal,
    ShippingAmount: document.freight.amount,
    ShippingCost: document.freight.cost,
    ...stated('LocalTaxRate', document.tax.rate),
    ...stated('TotalTax', document.tax.total),
    ...stated('Subtotal', document.subtotal),
    ...stated('GrandTotal', document.grandTotal),
  };
}

function partyFields(document: QuoteDocument): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [prefix, party] of Object.entries(partyPrefixes)) {
    for (const [suffix, name] of Object.entries(partySuffixes))
      fields[prefix + suffix] = document[party][name];
  }
  return fields;
}

function stated(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value };
}

/** The columns that a document has; those of QuoteWerks may be named whether it has them or not. */
export function vocabularyOf(
  document: QuoteDocument,
  application: Readonly<Record<string, string>>,
): Vocabulary {
  const line = new Set<string>();
  for (const entry of document.lines) for (const name of Object.keys(lineFields(entry))) line.add(name);
  return {
    line: [...line].sort(),
    header: Object.keys(headerFields(document)).sort(),
    application: Object.keys(application).sort(),
  };
}
